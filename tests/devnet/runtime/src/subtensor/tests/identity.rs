//! What coldkeys and subnets say about themselves.

use super::chain::*;
use crate::{Runtime, subtensor::*};
use frame_support::{assert_noop, assert_ok};

fn identity(name: usize, image: usize) -> Call<Runtime> {
    Call::set_identity {
        name: vec![b'n'; name],
        url: vec![],
        github_repo: vec![],
        image: vec![b'i'; image],
        discord: vec![],
        description: vec![],
        additional: vec![],
    }
}

fn subnet_identity(netuid: u16, name: usize, contact: usize) -> Call<Runtime> {
    Call::set_subnet_identity {
        netuid,
        subnet_name: vec![b'n'; name],
        github_repo: vec![],
        subnet_contact: vec![b'c'; contact],
        subnet_url: vec![],
        discord: vec![],
        description: vec![],
        logo_url: vec![],
        additional: vec![],
    }
}

#[test]
fn a_coldkey_with_a_neuron_says_who_it_is() {
    on_chain(|| {
        assert_ok!(signed(ALICE, identity(256, 1024)));
        assert!(happened(Event::ChainIdentitySet(ALICE)));
        assert_eq!(IdentitiesV2::<Runtime>::get(ALICE).unwrap().name.len(), 256);
        assert_noop!(signed(ALICE, identity(257, 0)), Error::<Runtime>::InvalidIdentity);
        assert_noop!(
            signed(ALICE, identity(0, 1025)),
            Error::<Runtime>::InvalidIdentity
        );
        assert_noop!(
            signed(BOB, identity(1, 1)),
            Error::<Runtime>::HotKeyNotRegisteredInNetwork
        );
        register(FIRST, BOB, BOB_HOT);
        assert_ok!(signed(BOB, identity(1, 1)));
    });
}

#[test]
fn an_owner_says_what_the_subnet_is() {
    on_chain(|| {
        assert_ok!(signed(ALICE, subnet_identity(FIRST, 256, 1024)));
        assert!(happened(Event::SubnetIdentitySet(FIRST)));
        assert_noop!(
            signed(ALICE, subnet_identity(FIRST, 257, 0)),
            Error::<Runtime>::InvalidIdentity
        );
        assert_noop!(
            signed(ALICE, subnet_identity(FIRST, 0, 1025)),
            Error::<Runtime>::InvalidIdentity
        );
        assert_noop!(
            signed(BOB, subnet_identity(FIRST, 1, 1)),
            Error::<Runtime>::NotSubnetOwner
        );
        assert_noop!(
            signed(ALICE, subnet_identity(99, 1, 1)),
            Error::<Runtime>::SubnetNotExists
        );
    });
}
