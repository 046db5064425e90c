//! All TAO that there is, and why there is more of it later.

use taolight_bittensor::reads::Supply;
use taolight_primitives::Verified;
use taolight_protocol::engine::{ReadSubnets, ReadSupply};

use crate::stage::Stage;

/// All TAO that there is.
pub(crate) async fn now(stage: &Stage) -> Verified<Supply> {
    stage.proves(ReadSupply {}).await
}

/// What was made is what the blocks between make, less what their division among subnets leaves over; and the accounts hold
/// all that was issued.
pub(crate) async fn explained(stage: &Stage, before: Verified<Supply>, after: Verified<Supply>) {
    let subnets = stage.reads(ReadSubnets {}).await.len() as u64;
    let blocks = u64::from(after.block.number - before.block.number);
    assert!(blocks > 0);
    let made = after.value.issued.0 - before.value.issued.0;
    let most = blocks * before.value.per_block.0;
    assert!(
        made <= most && made >= most - blocks * subnets,
        "{made} of {most} in {blocks} blocks"
    );
    assert_eq!(after.value.in_accounts, after.value.issued);
}
