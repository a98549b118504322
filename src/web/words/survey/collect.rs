//! What is said while a survey is opened, answers come in, and it is closed.
