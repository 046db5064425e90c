//! Asking a subnet's miners: who asks what, whom, what they answer, and what was asked before.

use leptos::prelude::*;
use taolight_primitives::NetUid;

use crate::components::miners::answers::AnswerList;
use crate::components::miners::history::History;
use crate::components::miners::question::QuestionForm;
use crate::components::miners::review::QuestionReview;
use crate::components::miners::table::MinerTable;
use crate::miners::Desk;
use crate::store::Store;

/// The page.
#[component]
pub(crate) fn Miners(netuid: NetUid) -> impl IntoView {
    let desk = Desk::open(expect_context::<Store>(), netuid);
    view! {
        <QuestionForm desk />
        <MinerTable desk />
        <AnswerList desk />
        <History desk />
        <QuestionReview desk />
    }
}
