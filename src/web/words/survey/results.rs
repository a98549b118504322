//! What is said of what came out of a survey, and what is made of it.
