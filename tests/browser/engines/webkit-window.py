#!/usr/bin/python3
"""A plain WebKitGTK window for the tests: any width, and downloads go where CAIRN_DOWNLOADS says.

WebKitWebDriver starts it. WebKitGTK's own little browser has a toolbar that forbids narrow windows and
asks where to save.
"""
import os
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

DOWNLOADS = os.environ["CAIRN_DOWNLOADS"]
CONTEXT = WebKit2.WebContext.new_ephemeral()  # nothing of a test stays


def settings():
    chosen = WebKit2.Settings()
    chosen.set_enable_write_console_messages_to_stdout(True)
    chosen.set_javascript_can_open_windows_automatically(True)
    chosen.set_javascript_can_access_clipboard(True)
    return chosen


def window(view):
    shown = Gtk.Window()
    shown.set_decorated(False)
    shown.set_default_size(1280, 900)
    shown.add(view)
    shown.show_all()
    shown.move(0, 0)
    view.connect("close", lambda _: shown.destroy())
    view.connect("web-process-terminated", lambda *_: print("WEB PROCESS ENDED", flush=True))
    view.grab_focus()
    return view


def opened(view, _action):
    other = WebKit2.WebView.new_with_related_view(view)
    other.set_settings(settings())
    other.connect("create", opened)
    other.connect("ready-to-show", window)
    return other


def new_view(_session):
    view = WebKit2.WebView(web_context=CONTEXT, is_controlled_by_automation=True, settings=settings())
    view.connect("create", opened)
    return window(view)


def download_started(_context, download):
    def where(asked, name):
        asked.set_destination("file://" + os.path.join(DOWNLOADS, name.replace("/", "_")))
        return True

    download.connect("decide-destination", where)
    download.connect("failed", lambda _, why: print("DOWNLOAD FAILED", why.message, flush=True))


def automation_started(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("Cairn")
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), 0)
    session.set_application_info(info)
    session.connect("create-web-view", new_view)


CONTEXT.set_preferred_languages(["en-GB", "en"])
CONTEXT.set_automation_allowed(True)
CONTEXT.connect("download-started", download_started)
CONTEXT.connect("automation-started", automation_started)
Gtk.Settings.get_default().set_property("gtk-enable-animations", False)  # prefers-reduced-motion
Gtk.main()
