//! What pages of several features say.
