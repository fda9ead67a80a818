//! The network that is trained.

mod adam;
mod forward;
mod soft;
mod tensor;

pub use adam::Adam;
pub use forward::{Dropout, Example, Learner, Losses, Weights};
pub use soft::soften;
pub use tensor::turn;
