//! `SubnetRegistrationRuntimeApi`: the price of a new subnet.

use crate::subtensor::types::TaoBalance;

sp_api::decl_runtime_apis! {
    pub trait SubnetRegistrationRuntimeApi {
        fn get_network_registration_cost() -> TaoBalance;
    }
}
