//! What people sign. Each call is one line: what it does is in the file of its behaviour. The weights are of the real
//! chain's size, so that fees are too.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Buys alpha at the market's price and stakes it to `hotkey`; on root, stakes TAO.
        #[pallet::call_index(2)]
        #[pallet::weight(micros(3_060))]
        pub fn add_stake(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
        ) -> DispatchResult {
            Self::do_add_stake(origin, hotkey, netuid, amount_staked)
        }

        /// Sells staked alpha at the market's price; more than the position means all of it.
        #[pallet::call_index(3)]
        #[pallet::weight(micros(2_560))]
        pub fn remove_stake(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
        ) -> DispatchResult {
            Self::do_remove_stake(origin, hotkey, netuid, amount_unstaked)
        }

        /// Buys alpha up to a price, in rao of TAO for 1 alpha: all of it or nothing, or as much as the price allows.
        #[pallet::call_index(88)]
        #[pallet::weight(micros(3_250))]
        pub fn add_stake_limit(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResult {
            Self::do_add_stake_limit(origin, hotkey, netuid, amount_staked, limit_price, allow_partial)
        }

        /// Sells alpha down to a price, in rao of TAO for 1 alpha.
        #[pallet::call_index(89)]
        #[pallet::weight(micros(2_710))]
        pub fn remove_stake_limit(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResult {
            Self::do_remove_stake_limit(
                origin,
                hotkey,
                netuid,
                amount_unstaked,
                limit_price,
                allow_partial,
            )
        }

        /// Sells a whole position, down to a price if there is one.
        #[pallet::call_index(103)]
        #[pallet::weight(micros(2_725))]
        pub fn remove_stake_full_limit(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            limit_price: Option<TaoBalance>,
        ) -> DispatchResult {
            Self::do_remove_stake_full_limit(origin, hotkey, netuid, limit_price)
        }

        /// Sells what the coldkey has staked to `hotkey` on every subnet.
        #[pallet::call_index(83)]
        #[pallet::weight(micros(170))]
        pub fn unstake_all(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
            Self::do_unstake_all(origin, hotkey)
        }

        /// Sells what the coldkey has staked to `hotkey` on every subnet but root, and stakes the TAO on root.
        #[pallet::call_index(84)]
        #[pallet::weight(micros(4_270))]
        pub fn unstake_all_alpha(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
            Self::do_unstake_all_alpha(origin, hotkey)
        }

        /// Moves alpha to another hotkey, another subnet, or both.
        #[pallet::call_index(85)]
        #[pallet::weight(micros(1_385))]
        pub fn move_stake(
            origin: OriginFor<T>,
            origin_hotkey: AccountId,
            destination_hotkey: AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResult {
            Self::do_move_stake(
                origin,
                origin_hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            )
        }

        /// Gives alpha to another coldkey.
        #[pallet::call_index(86)]
        #[pallet::weight(micros(1_330))]
        pub fn transfer_stake(
            origin: OriginFor<T>,
            destination_coldkey: AccountId,
            hotkey: AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResult {
            Self::do_transfer_stake(
                origin,
                destination_coldkey,
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            )
        }

        /// Moves alpha to another subnet with the same hotkey.
        #[pallet::call_index(87)]
        #[pallet::weight(micros(4_310))]
        pub fn swap_stake(
            origin: OriginFor<T>,
            hotkey: AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResult {
            Self::do_swap_stake(origin, hotkey, origin_netuid, destination_netuid, alpha_amount)
        }

        /// The same down to a price, in 10^-9 of the destination's alpha for 1 of the origin's.
        #[pallet::call_index(90)]
        #[pallet::weight(micros(4_510))]
        pub fn swap_stake_limit(
            origin: OriginFor<T>,
            hotkey: AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResult {
            Self::do_swap_stake_limit(
                origin,
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
                limit_price,
                allow_partial,
            )
        }

        /// Destroys staked alpha, which may be emitted again.
        #[pallet::call_index(101)]
        #[pallet::weight(micros(400))]
        pub fn recycle_alpha(
            origin: OriginFor<T>,
            hotkey: AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResult {
            Self::do_recycle_alpha(origin, hotkey, amount, netuid)
        }

        /// Destroys staked alpha, which stays counted as outside of the pool.
        #[pallet::call_index(102)]
        #[pallet::weight(micros(400))]
        pub fn burn_alpha(
            origin: OriginFor<T>,
            hotkey: AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResult {
            Self::do_burn_alpha(origin, hotkey, amount, netuid)
        }

        /// Buys alpha and burns it.
        #[pallet::call_index(132)]
        #[pallet::weight(micros(3_400))]
        pub fn add_stake_burn(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            amount: TaoBalance,
            limit: Option<TaoBalance>,
        ) -> DispatchResult {
            Self::do_add_stake_burn(origin, hotkey, netuid, amount, limit)
        }

        /// Sends what the coldkey's miners earn on a subnet to `hotkey`.
        #[pallet::call_index(114)]
        #[pallet::weight(micros(330))]
        pub fn set_coldkey_auto_stake_hotkey(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: AccountId,
        ) -> DispatchResult {
            Self::do_set_coldkey_auto_stake_hotkey(origin, netuid, hotkey)
        }

        /// Makes the coldkey the owner of a hotkey that has none.
        #[pallet::call_index(91)]
        #[pallet::weight(micros(395))]
        pub fn try_associate_hotkey(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
            Self::do_try_associate_hotkey(origin, hotkey)
        }

        /// Locks alpha for `hotkey`, or adds to the lock.
        #[pallet::call_index(136)]
        #[pallet::weight(micros(830))]
        pub fn lock_stake(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            amount: AlphaBalance,
        ) -> DispatchResult {
            Self::do_lock_stake(origin, hotkey, netuid, amount)
        }

        /// Points the lock at another hotkey; conviction starts anew.
        #[pallet::call_index(137)]
        #[pallet::weight(micros(830))]
        pub fn move_lock(
            origin: OriginFor<T>,
            destination_hotkey: AccountId,
            netuid: NetUid,
        ) -> DispatchResult {
            Self::do_move_lock(origin, destination_hotkey, netuid)
        }

        /// Lets the coldkey's lock on a subnet decay, or not.
        #[pallet::call_index(138)]
        #[pallet::weight(micros(330))]
        pub fn set_perpetual_lock(origin: OriginFor<T>, netuid: NetUid, enabled: bool) -> DispatchResult {
            Self::do_set_perpetual_lock(origin, netuid, enabled)
        }

        /// Refuses locked alpha from others, or takes it.
        #[pallet::call_index(142)]
        #[pallet::weight(micros(330))]
        pub fn set_reject_locked_alpha(origin: OriginFor<T>, enabled: bool) -> DispatchResult {
            Self::do_set_reject_locked_alpha(origin, enabled)
        }

        /// Lowers the take of a hotkey.
        #[pallet::call_index(65)]
        #[pallet::weight((micros(300), Pays::No))]
        pub fn decrease_take(origin: OriginFor<T>, hotkey: AccountId, take: u16) -> DispatchResult {
            Self::do_decrease_take(origin, hotkey, take)
        }

        /// Raises the take of a hotkey.
        #[pallet::call_index(66)]
        #[pallet::weight(micros(300))]
        pub fn increase_take(origin: OriginFor<T>, hotkey: AccountId, take: u16) -> DispatchResult {
            Self::do_increase_take(origin, hotkey, take)
        }

        /// Sets what a hotkey keeps of its parents' earnings.
        #[pallet::call_index(75)]
        #[pallet::weight(micros(300))]
        pub fn set_childkey_take(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            take: u16,
        ) -> DispatchResult {
            Self::do_set_childkey_take(origin, hotkey, netuid, take)
        }

        /// Schedules to whom a hotkey lends its stake.
        #[pallet::call_index(67)]
        #[pallet::weight(micros(3_360))]
        pub fn set_children(
            origin: OriginFor<T>,
            hotkey: AccountId,
            netuid: NetUid,
            children: Vec<(u64, AccountId)>,
        ) -> DispatchResult {
            Self::do_set_children(origin, hotkey, netuid, children)
        }

        /// Lets a root validator's stake count for its children, or not.
        #[pallet::call_index(135)]
        #[pallet::weight(micros(330))]
        pub fn set_auto_parent_delegation_enabled(
            origin: OriginFor<T>,
            hotkey: AccountId,
            enabled: bool,
        ) -> DispatchResult {
            Self::do_set_auto_parent_delegation_enabled(origin, hotkey, enabled)
        }

        /// Publishes where a miner listens.
        #[pallet::call_index(4)]
        #[pallet::weight((micros(300), Pays::No))]
        pub fn serve_axon(
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
            )
        }

        /// Publishes where a miner listens, with its certificate.
        #[pallet::call_index(40)]
        #[pallet::weight((micros(300), Pays::No))]
        pub fn serve_axon_tls(
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
            Self::do_serve_axon_tls(
                origin,
                netuid,
                version,
                ip,
                port,
                ip_type,
                protocol,
                placeholder1,
                placeholder2,
                certificate,
            )
        }

        /// Publishes where a neuron's metrics are.
        #[pallet::call_index(5)]
        #[pallet::weight((micros(300), Pays::No))]
        pub fn serve_prometheus(
            origin: OriginFor<T>,
            netuid: NetUid,
            version: u32,
            ip: u128,
            port: u16,
            ip_type: u8,
        ) -> DispatchResult {
            Self::do_serve_prometheus(origin, netuid, version, ip, port, ip_type)
        }

        /// Registers a hotkey on a subnet for the price of the moment.
        #[pallet::call_index(7)]
        #[pallet::weight(micros(4_080))]
        pub fn burned_register(origin: OriginFor<T>, netuid: NetUid, hotkey: AccountId) -> DispatchResult {
            Self::do_burned_register(origin, netuid, hotkey)
        }

        /// Registers a hotkey on a subnet for at most `limit_price`.
        #[pallet::call_index(134)]
        #[pallet::weight(micros(5_520))]
        pub fn register_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: AccountId,
            limit_price: u64,
        ) -> DispatchResult {
            Self::do_register_limit(origin, netuid, hotkey, limit_price)
        }

        /// Registers a hotkey on root.
        #[pallet::call_index(62)]
        #[pallet::weight(micros(1_500))]
        pub fn root_register(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
            Self::do_root_register(origin, hotkey)
        }

        /// Puts a new hotkey in the place of an old one, on one subnet or on all.
        #[pallet::call_index(70)]
        #[pallet::weight(micros(5_000))]
        pub fn swap_hotkey(
            origin: OriginFor<T>,
            hotkey: AccountId,
            new_hotkey: AccountId,
            netuid: Option<NetUid>,
        ) -> DispatchResult {
            Self::do_swap_hotkey(origin, hotkey, new_hotkey, netuid)
        }

        /// The same; the stake may stay with the old hotkey.
        #[pallet::call_index(72)]
        #[pallet::weight(micros(5_000))]
        pub fn swap_hotkey_v2(
            origin: OriginFor<T>,
            hotkey: AccountId,
            new_hotkey: AccountId,
            netuid: Option<NetUid>,
            keep_stake: bool,
        ) -> DispatchResult {
            Self::do_swap_hotkey_v2(origin, hotkey, new_hotkey, netuid, keep_stake)
        }

        /// Says who the coldkey is.
        #[pallet::call_index(68)]
        #[pallet::weight(micros(200))]
        pub fn set_identity(
            origin: OriginFor<T>,
            name: Vec<u8>,
            url: Vec<u8>,
            github_repo: Vec<u8>,
            image: Vec<u8>,
            discord: Vec<u8>,
            description: Vec<u8>,
            additional: Vec<u8>,
        ) -> DispatchResult {
            let identity = ChainIdentityV2 {
                name,
                url,
                github_repo,
                image,
                discord,
                description,
                additional,
            };
            Self::do_set_identity(origin, identity)
        }

        /// Announces the hash of a new coldkey. From now on the account can do little else.
        #[pallet::call_index(125)]
        #[pallet::weight(micros(440))]
        pub fn announce_coldkey_swap(origin: OriginFor<T>, new_coldkey_hash: H256) -> DispatchResult {
            Self::do_announce_coldkey_swap(origin, new_coldkey_hash)
        }

        /// Moves everything to the announced coldkey.
        #[pallet::call_index(126)]
        #[pallet::weight(micros(5_000))]
        pub fn swap_coldkey_announced(origin: OriginFor<T>, new_coldkey: AccountId) -> DispatchResult {
            Self::do_swap_coldkey_announced(origin, new_coldkey)
        }

        /// Freezes the account until root frees it.
        #[pallet::call_index(127)]
        #[pallet::weight(micros(300))]
        pub fn dispute_coldkey_swap(origin: OriginFor<T>) -> DispatchResult {
            Self::do_dispute_coldkey_swap(origin)
        }

        /// Frees an account. For root.
        #[pallet::call_index(128)]
        #[pallet::weight(micros(300))]
        pub fn reset_coldkey_swap(origin: OriginFor<T>, coldkey: AccountId) -> DispatchResult {
            Self::do_reset_coldkey_swap(origin, coldkey)
        }

        /// Takes an announcement back.
        #[pallet::call_index(133)]
        #[pallet::weight(micros(300))]
        pub fn clear_coldkey_swap_announcement(origin: OriginFor<T>) -> DispatchResult {
            Self::do_clear_coldkey_swap_announcement(origin)
        }

        /// Claims what root stake has earned on some subnets.
        #[pallet::call_index(121)]
        #[pallet::weight(micros(930))]
        pub fn claim_root(origin: OriginFor<T>, subnets: BTreeSet<NetUid>) -> DispatchResult {
            Self::do_claim_root(origin, subnets)
        }

        /// Says what becomes of claims.
        #[pallet::call_index(122)]
        #[pallet::weight(micros(330))]
        pub fn set_root_claim_type(
            origin: OriginFor<T>,
            new_root_claim_type: RootClaimTypeEnum,
        ) -> DispatchResult {
            Self::do_set_root_claim_type(origin, new_root_claim_type)
        }

        /// Makes a subnet.
        #[pallet::call_index(59)]
        #[pallet::weight(micros(4_000))]
        pub fn register_network(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
            Self::do_register_network(origin, hotkey)
        }

        /// Makes a subnet and says what it is.
        #[pallet::call_index(79)]
        #[pallet::weight(micros(4_000))]
        pub fn register_network_with_identity(
            origin: OriginFor<T>,
            hotkey: AccountId,
            identity: Option<SubnetIdentityV3>,
        ) -> DispatchResult {
            Self::do_register_network_with_identity(origin, hotkey, identity)
        }

        /// Starts the trade of a subnet's alpha.
        #[pallet::call_index(92)]
        #[pallet::weight(micros(1_000))]
        pub fn start_call(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            Self::do_start_call(origin, netuid)
        }

        /// Says what a subnet is.
        #[pallet::call_index(78)]
        #[pallet::weight(micros(200))]
        pub fn set_subnet_identity(
            origin: OriginFor<T>,
            netuid: NetUid,
            subnet_name: Vec<u8>,
            github_repo: Vec<u8>,
            subnet_contact: Vec<u8>,
            subnet_url: Vec<u8>,
            discord: Vec<u8>,
            description: Vec<u8>,
            logo_url: Vec<u8>,
            additional: Vec<u8>,
        ) -> DispatchResult {
            let identity = SubnetIdentityV3 {
                subnet_name,
                github_repo,
                subnet_contact,
                subnet_url,
                discord,
                description,
                logo_url,
                additional,
            };
            Self::do_set_subnet_identity(origin, netuid, identity)
        }

        /// Gives a subnet's alpha a symbol of the catalogue.
        #[pallet::call_index(112)]
        #[pallet::weight(micros(300))]
        pub fn update_symbol(origin: OriginFor<T>, netuid: NetUid, symbol: Vec<u8>) -> DispatchResult {
            Self::do_update_symbol(origin, netuid, symbol)
        }

        /// Ends a subnet. For root.
        #[pallet::call_index(61)]
        #[pallet::weight(micros(4_000))]
        pub fn dissolve_network(origin: OriginFor<T>, coldkey: AccountId, netuid: NetUid) -> DispatchResult {
            Self::do_dissolve_network(origin, coldkey, netuid)
        }

        /// Ends a subnet. For root.
        #[pallet::call_index(120)]
        #[pallet::weight(micros(4_000))]
        pub fn root_dissolve_network(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            Self::do_root_dissolve_network(origin, netuid)
        }
    }
}
