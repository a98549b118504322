//! The sentences of the page of the ways to contribute.

pub const LEAD: &str = "Everyone helps to make a learning organisation. Here are twelve ways to contribute. Choose one or two, and add them to your learning plan.";
pub const ADD_TO_LEARNING_PLAN: &str = "Add to a learning plan…";
pub const WHAT_IT_BECOMES: &str =
    "It becomes a target in the learning plan of the person you choose.";
pub const PRINT_LIST: &str = "Print this list";
pub const PLAN_ELSEWHERE: &str = "If your learning plan is on another device";
pub const WHAT_TO_DO_ELSEWHERE: &str = "A learning plan is private, so yours is probably on your own device. Open Cairn there: the plan’s page offers the same twelve ways. Or print this list, mark the ones you choose, and take it to your next learning interview.";
