//! What the pages say on which files are opened, the settings, and the bin.
