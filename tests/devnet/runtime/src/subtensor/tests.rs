//! The pallet inside the real runtime, on a chain with root, two subnets that trade and one that does not yet.

mod chain;
mod conservation;

mod alpha_fee;
mod burn;
mod children;
mod coldkey_swap;
mod epoch;
mod guards;
mod hotkey_swap;
mod identity;
mod locks;
mod moves;
mod registration;
mod root_claim;
mod serving;
mod shares;
mod stake;
mod subnets;
mod take;
