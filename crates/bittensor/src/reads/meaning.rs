//! What the parameters of a subnet mean, in a sentence each.

/// The meaning of a parameter by the runtime's name for it.
pub fn meaning(name: &str) -> Option<&'static str> {
    let meaning = match name {
        "rho" => "How sharply trust rises around the majority; a factor of the consensus.",
        "kappa" => "Share of stake, in 65,535ths, that has to agree for a weight to count in full.",
        "immunity_period" => "Blocks for which a newly registered neuron cannot be replaced.",
        "min_allowed_weights" => "The fewest miners that a validator has to give weights to.",
        "max_weights_limit" => "The largest weight that one miner can get, in 65,535ths.",
        "max_weight_limit" => "The largest weight that one miner can get, in 65,535ths.",
        "tempo" => "Blocks between two epochs, at whose end rewards are paid.",
        "weights_version" => "The least version that validators have to say they run.",
        "weights_rate_limit" => "Blocks that a validator has to wait before it sets weights again.",
        "adjustment_interval" => "Blocks between two changes of the registration's difficulty.",
        "activity_cutoff" => "Blocks without weights after which a validator no longer counts.",
        "activity_cutoff_factor" => "The same in thousandths of the tempo.",
        "registration_allowed" => "Whether neurons can be registered.",
        "target_regs_per_interval" => "How many registrations per interval keep the cost as it is.",
        "min_burn" => "The least that a registration costs.",
        "max_burn" => "The most that a registration costs.",
        "burn_half_life" => "Blocks in which the cost of a registration falls to a half.",
        "burn_increase_mult" => "By how much each registration multiplies the cost of the next.",
        "bonds_moving_avg" => {
            "How slowly the bonds between validators and miners follow weights, in millionths."
        }
        "bonds_penalty" => "How much weights beyond the majority cost a validator, in 65,535ths.",
        "bonds_reset_enabled" => "Whether a miner can have its bonds reset.",
        "max_regs_per_block" => "The most registrations in one block.",
        "serving_rate_limit" => "Blocks that a neuron has to wait before it announces another address.",
        "max_validators" => "The most validators.",
        "adjustment_alpha" => "How slowly the registration's difficulty follows demand.",
        "difficulty" => "How hard the work for a registration is.",
        "min_difficulty" => "The least difficulty of the work for a registration.",
        "max_difficulty" => "The largest difficulty of the work for a registration.",
        "commit_reveal_period" => "Epochs after which hidden weights are revealed.",
        "commit_reveal_weights_enabled" => {
            "Whether weights are hidden at first, so that nobody can copy them."
        }
        "commit_reveal_enabled" => "Whether weights are hidden at first, so that nobody can copy them.",
        "alpha_high" => "The fastest that bonds follow weights with liquid alpha, in 65,535ths.",
        "alpha_low" => "The slowest that bonds follow weights with liquid alpha, in 65,535ths.",
        "liquid_alpha_enabled" => "Whether bonds follow weights at different speeds.",
        "alpha_sigmoid_steepness" => "How sharply that speed changes with agreement.",
        "yuma_version" => "The version of the consensus that pays rewards.",
        "subnet_is_active" => "Whether the owner has started the subnet, so that its alpha can be traded.",
        "transfers_enabled" => "Whether stake can be transferred to other coldkeys.",
        "user_liquidity_enabled" => "Whether others can add liquidity to the pool.",
        "owner_cut_enabled" => "Whether the owner gets a part of the emission.",
        "owner_cut_auto_lock_enabled" => "Whether the owner's part is locked as it comes.",
        "min_childkey_take" => "The least that a child keeps of its parents' dividends, in 65,535ths.",
        _ => return None,
    };
    Some(meaning)
}
