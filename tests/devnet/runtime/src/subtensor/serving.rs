//! Where neurons can be reached. Hotkeys sign these calls.

use super::{guards::Barred, pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::BoundedVec;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

/// An address that somebody listens at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Endpoint {
    ip: u128,
    port: u16,
    ip_type: u8,
}

impl Endpoint {
    pub(super) fn new(ip: u128, port: u16, ip_type: u8) -> Self {
        Self { ip, port, ip_type }
    }

    /// No loopback, no broadcast, nothing that is too large for its kind. 0 says that nobody listens.
    fn check(self) -> Result<(), Barred> {
        let (loopback, last) = match self.ip_type {
            4 => (0x7f00_0001, u128::from(u32::MAX)),
            6 => (1, u128::MAX),
            _ => return Err(Barred::InvalidIpType),
        };
        if self.ip == loopback || self.ip >= last {
            return Err(Barred::InvalidIpAddress);
        }
        if self.port == 0 {
            return Err(Barred::InvalidPort);
        }
        Ok(())
    }
}

#[allow(clippy::too_many_arguments, reason = "the call has as many")]
impl<T: Config> Pallet<T> {
    pub(crate) fn do_serve_axon(
        origin: OriginFor<T>,
        netuid: NetUid,
        version: u32,
        ip: u128,
        port: u16,
        ip_type: u8,
        protocol: u8,
        placeholder1: u8,
        placeholder2: u8,
    ) -> DispatchResult {
        let hotkey = ensure_signed(origin)?;
        Self::check_axon(&hotkey, netuid, Endpoint::new(ip, port, ip_type)).map_err(Error::<T>::from)?;
        let block = Self::now();
        let axon = AxonInfo {
            block,
            version,
            ip,
            port,
            ip_type,
            protocol,
            placeholder1,
            placeholder2,
        };
        Axons::<T>::insert(netuid, &hotkey, axon);
        Self::deposit_event(Event::AxonServed(netuid, hotkey));
        Ok(())
    }

    /// A certificate is a byte for its algorithm and then a key. One that is none is left out.
    pub(crate) fn do_serve_axon_tls(
        origin: OriginFor<T>,
        netuid: NetUid,
        version: u32,
        ip: u128,
        port: u16,
        ip_type: u8,
        protocol: u8,
        placeholder1: u8,
        placeholder2: u8,
        certificate: Vec<u8>,
    ) -> DispatchResult {
        let hotkey = ensure_signed(origin.clone())?;
        Self::do_serve_axon(
            origin,
            netuid,
            version,
            ip,
            port,
            ip_type,
            protocol,
            placeholder1,
            placeholder2,
        )?;
        let Some((algorithm, public_key)) = certificate.split_first() else {
            return Ok(());
        };
        if let Ok(public_key) = BoundedVec::try_from(public_key.to_vec()) {
            let certificate = NeuronCertificate {
                public_key,
                algorithm: *algorithm,
            };
            NeuronCertificates::<T>::insert(netuid, &hotkey, certificate);
        }
        Ok(())
    }

    pub(crate) fn do_serve_prometheus(
        origin: OriginFor<T>,
        netuid: NetUid,
        version: u32,
        ip: u128,
        port: u16,
        ip_type: u8,
    ) -> DispatchResult {
        let hotkey = ensure_signed(origin)?;
        Self::check_prometheus(&hotkey, netuid, Endpoint::new(ip, port, ip_type))
            .map_err(Error::<T>::from)?;
        let info = PrometheusInfo {
            block: Self::now(),
            version,
            ip,
            port,
            ip_type,
        };
        Prometheus::<T>::insert(netuid, &hotkey, info);
        Self::deposit_event(Event::PrometheusServed(netuid, hotkey));
        Ok(())
    }

    /// The guard of axons.
    pub(super) fn check_axon(hotkey: &AccountId, netuid: NetUid, at: Endpoint) -> Result<(), Barred> {
        let last = Axons::<T>::get(netuid, hotkey).map_or(0, |axon| axon.block);
        Self::check_serving(hotkey, netuid, at, last)
    }

    /// The guard of metrics.
    pub(super) fn check_prometheus(hotkey: &AccountId, netuid: NetUid, at: Endpoint) -> Result<(), Barred> {
        let last = Prometheus::<T>::get(netuid, hotkey).map_or(0, |info| info.block);
        Self::check_serving(hotkey, netuid, at, last)
    }

    fn check_serving(hotkey: &AccountId, netuid: NetUid, at: Endpoint, last: u64) -> Result<(), Barred> {
        if !Uids::<T>::contains_key(netuid, hotkey) {
            return Err(Barred::NotRegistered);
        }
        at.check()?;
        if !Self::has_passed(last, ServingRateLimit::<T>::get(netuid)) {
            return Err(Barred::ServingTooFast);
        }
        Ok(())
    }
}
