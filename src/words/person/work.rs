//! The sentences of the page of the work programme.

use crate::person::Task;
use crate::words::person;

// --- The page

pub const LEAD: &str =
    "What you are expected to achieve at work: your tasks, and how to tell they are done well.";
pub const WHY_SEPARATE: &str = "Why this is separate: doing the work and learning from it are closely linked, but they are two things. You can finish a task and learn nothing. You can be well on your way with a target while a task waits. So each has its own place, and nothing here counts in the learning plan.";
pub const TASKS: &str = "Tasks";
pub const ADD: &str = "Add a task";
pub const NO_TASKS: &str = "No tasks yet.";
pub const WHEN_AGREED: &str = "When it was agreed, and how you meet";
pub const MEETINGS_LEAD: &str = "How often you meet about the work and about the learning, and who is there. Each section of an organisation can decide this for itself.";
pub const MEETINGS: &str = "How we meet (optional)";
pub const HOW_WE_MEET: &str = "How we meet";

// --- A task

pub const TEXT: &str = "What you will do";
pub const SUCCESS: &str = "Success criteria";
pub const HOW_IT_GOES: &str = "How it is going";
pub const NOTE: &str = "How it is going (optional)";
pub const REMOVE: &str = "Remove this task";

/// The title of a task: its text, or “New task” when that is blank.
pub fn title(task: Task) -> String {
    person::or_new(task.text(), "New task")
}

/// After “Change”, for screen readers: the task's title.
pub fn the_task(title: &str) -> String {
    ["the task: ", title].concat()
}
