//! What those read who answer a survey or vote.
