//! Where neurons can be reached.

use super::chain::*;
use crate::{Runtime, subtensor::*};
use frame_support::{assert_noop, assert_ok};

fn axon(ip: u128, port: u16, ip_type: u8) -> Call<Runtime> {
    Call::serve_axon {
        netuid: FIRST,
        version: 7,
        ip,
        port,
        ip_type,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
    }
}

fn prometheus(netuid: u16, ip: u128) -> Call<Runtime> {
    Call::serve_prometheus {
        netuid,
        version: 7,
        ip,
        port: 9_100,
        ip_type: 4,
    }
}

#[test]
fn an_axon_is_published_once_in_fifty_blocks() {
    on_chain(|| {
        assert_ok!(signed(ALICE_HOT, axon(0x0808_0808, 8_091, 4)));
        assert!(happened(Event::AxonServed(FIRST, ALICE_HOT)));
        assert_eq!(Axons::<Runtime>::get(FIRST, ALICE_HOT).unwrap().port, 8_091);
        jump_to(50);
        let again = || signed(ALICE_HOT, axon(0, 8_092, 4));
        assert_noop!(again(), Error::<Runtime>::ServingRateLimitExceeded);
        jump_to(51);
        assert_ok!(again());
        assert_eq!(Axons::<Runtime>::get(FIRST, ALICE_HOT).unwrap().port, 8_092);
    });
}

#[test]
fn an_address_has_to_be_one() {
    on_chain(|| {
        let fails = |call, error: Error<Runtime>| {
            assert_noop!(signed(ALICE_HOT, call), error);
        };
        fails(axon(1, 1, 5), Error::InvalidIpType);
        fails(axon(0x7f00_0001, 1, 4), Error::InvalidIpAddress);
        fails(axon(u128::from(u32::MAX), 1, 4), Error::InvalidIpAddress);
        fails(axon(1, 1, 6), Error::InvalidIpAddress);
        fails(axon(u128::MAX, 1, 6), Error::InvalidIpAddress);
        fails(axon(2, 0, 4), Error::InvalidPort);
        assert_noop!(
            signed(BOB_HOT, axon(2, 1, 4)),
            Error::<Runtime>::HotKeyNotRegisteredInNetwork
        );
    });
}

#[test]
fn a_certificate_comes_with_an_axon() {
    let serve = |certificate| Call::serve_axon_tls {
        netuid: FIRST,
        version: 1,
        ip: 2,
        port: 1,
        ip_type: 6,
        protocol: 0,
        placeholder1: 0,
        placeholder2: 0,
        certificate,
    };
    on_chain(|| {
        assert_ok!(signed(ALICE_HOT, serve(vec![3; 66])));
        assert_eq!(
            NeuronCertificates::<Runtime>::get(FIRST, ALICE_HOT),
            None,
            "too long a key"
        );
        jump_to(100);
        assert_ok!(signed(ALICE_HOT, serve(vec![3; 33])));
        let certificate = NeuronCertificates::<Runtime>::get(FIRST, ALICE_HOT).unwrap();
        assert_eq!((certificate.algorithm, certificate.public_key.len()), (3, 32));
    });
}

#[test]
fn metrics_have_an_address_of_their_own() {
    on_chain(|| {
        assert_ok!(signed(ALICE_HOT, axon(2, 1, 4)));
        assert_ok!(signed(ALICE_HOT, prometheus(FIRST, 3)));
        assert!(happened(Event::PrometheusServed(FIRST, ALICE_HOT)));
        assert_eq!(Prometheus::<Runtime>::get(FIRST, ALICE_HOT).unwrap().ip, 3);
        assert_noop!(
            signed(ALICE_HOT, prometheus(FIRST, 3)),
            Error::<Runtime>::ServingRateLimitExceeded
        );
        assert_noop!(
            signed(ALICE_HOT, prometheus(99, 3)),
            Error::<Runtime>::HotKeyNotRegisteredInNetwork
        );
    });
}
