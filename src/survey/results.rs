//! What the counts say: agreement by statement and by area, against the organisation's own cut-off and
//! beside last year, and the judgement that they propose for each staff indicator.
//!
//! Shares stay fractions until they are shown, so that nothing is rounded across the cut-off.

use serde::Serialize;

use crate::by_id::ById;
use crate::framework::{Area, Framework, Indicator, Subject};
use crate::order::in_order;
use crate::progression::Judgement;
use crate::record::JudgementName;
use crate::survey::shown::Shown;
use crate::survey::{Answer, Counts, LEAST_THRESHOLD, Survey, answered};

/// How many agree, of all who had a view; "don't know" is no view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many agree or strongly agree.
    pub agree: u32,
    /// How many had a view; never 0.
    pub of: u32,
    /// The organisation's cut-off, in percent.
    pub cut_off: u32,
}

/// What was said to one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementResult {
    /// The statement's id.
    pub id: String,
    /// How many gave each answer; all 0 when too few answered.
    pub counts: Counts,
    /// How many answered, "don't know" included; 0 when too few did.
    pub answered: u32,
    /// The agreement; `None` when nobody had a view, or too few answered.
    pub agreement: Option<Share>,
    /// True when fewer than the lowest threshold answered, so that nothing may be shown.
    pub too_few: bool,
    /// Last year's agreement, against this year's cut-off.
    pub last_year: Option<Share>,
}

/// What was said to the statements that feed an area's staff indicators, each taken once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaResult {
    /// The area's id.
    pub id: String,
    /// The agreement over those of its statements that enough people answered; `None` when there is
    /// none.
    pub agreement: Option<Share>,
}

/// The results of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// How many responses the results are made of; more can have been counted that do not show yet.
    pub responses: u32,
    /// How many people were asked.
    pub invited: Option<u32>,
    /// The organisation's cut-off, in percent.
    pub cut_off: u32,
    /// By statement, in the framework's order.
    pub statements: Vec<StatementResult>,
    /// By area, in the framework's order.
    pub areas: Vec<AreaResult>,
}

/// The judgement that a survey proposes for a staff indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Proposal {
    /// Achieved or not achieved.
    #[serde(with = "JudgementName")]
    pub proposed: Judgement,
    /// The agreement as it was shown, in percent.
    pub agreement: u32,
    /// How many answered the statement, "don't know" included.
    pub answered: u32,
}

impl Share {
    /// The agreement in `counts`; `None` when nobody had a view.
    fn of(counts: &Counts, cut_off: u32) -> Option<Share> {
        let of = answered(counts) - counts[Answer::DontKnow.index()];
        let agree =
            counts[Answer::StronglyAgree.index()].saturating_add(counts[Answer::Agree.index()]);
        (of > 0).then_some(Share { agree, of, cut_off })
    }

    /// True when the share is at the cut-off or above it, exactly.
    pub fn reaches_cut_off(self) -> bool {
        u64::from(self.agree) * 100 >= u64::from(self.cut_off) * u64::from(self.of)
    }

    /// The share in percent, as it is shown: rounded, a half up, but never up to a cut-off that it
    /// does not reach.
    pub fn percent(self) -> u32 {
        let (agree, of) = (u64::from(self.agree), u64::from(self.of.max(1)));
        let rounded = ((agree * 200 + of) / (of * 2)) as u32;
        if self.reaches_cut_off() { rounded } else { rounded.min(self.cut_off.saturating_sub(1)) }
    }

    /// True when this share is the larger one.
    fn above(self, other: Share) -> bool {
        u64::from(self.agree) * u64::from(other.of) > u64::from(other.agree) * u64::from(self.of)
    }
}

impl StatementResult {
    fn of(id: &str, shown: &Shown, last_year: Option<&Counts>, survey: &Survey) -> StatementResult {
        let enough = |counts: &&Counts| answered(counts) >= LEAST_THRESHOLD;
        let said = shown.counts.get(id).filter(enough);
        let counts = said.copied().unwrap_or_default();
        let last_year = last_year.filter(enough);
        StatementResult {
            id: id.to_owned(),
            counts,
            answered: answered(&counts),
            agreement: Share::of(&counts, survey.cut_off),
            too_few: said.is_none(),
            last_year: last_year.and_then(|counts| Share::of(counts, survey.cut_off)),
        }
    }

    /// The change since last year in percentage points, between the percentages as they are shown.
    pub fn change(&self) -> Option<i32> {
        let (now, then) = (self.agreement?.percent(), self.last_year?.percent());
        Some(now as i32 - then as i32)
    }
}

/// How many of those asked have answered, in percent, rounded; above 100 when more came than were
/// asked. `counted` is all responses, whether they show or not. `None` when nobody has said how many
/// were asked.
pub fn response_rate(counted: u32, invited: Option<u32>) -> Option<u64> {
    let (counted, invited) = (u64::from(counted), u64::from(invited?));
    (counted * 200 + invited).checked_div(invited * 2)
}

impl Results {
    /// The results of what is shown; `last_year` has last year's counts by statement id. `None` when
    /// there are fewer responses than any survey may show. The survey's own threshold is not looked at:
    /// each step of what is shown has as many responses as were promised when it was made.
    pub fn of(
        shown: &Shown,
        survey: &Survey,
        framework: &Framework,
        last_year: &ById<Counts>,
    ) -> Option<Results> {
        if shown.responses < LEAST_THRESHOLD {
            return None;
        }
        let statements = framework.statements.iter();
        let statements: Vec<StatementResult> = statements
            .map(|each| StatementResult::of(&each.id, shown, last_year.get(&each.id), survey))
            .collect();
        let areas = framework.areas().map(|(_, area)| AreaResult::of(area, &statements)).collect();
        let Survey { invited, cut_off, .. } = *survey;
        Some(Results { responses: shown.responses, invited, cut_off, statements, areas })
    }

    /// The result of a statement.
    pub fn statement(&self, id: &str) -> Option<&StatementResult> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The result of an area.
    pub fn area(&self, id: &str) -> Option<&AreaResult> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The judgement that the survey proposes for a staff indicator. `None` for an indicator of the
    /// organisation, and when nobody had a view or too few answered.
    pub fn proposal(&self, indicator: &Indicator) -> Option<Proposal> {
        let result = self.statement(indicator.statement.as_deref()?)?;
        let agreement = result.agreement?;
        let achieved = agreement.reaches_cut_off();
        Some(Proposal {
            proposed: if achieved { Judgement::Achieved } else { Judgement::NotAchieved },
            agreement: agreement.percent(),
            answered: result.answered,
        })
    }

    /// The statements at the cut-off or above, the most agreement first.
    pub fn strong(&self) -> Vec<&StatementResult> {
        self.sorted(true, |one, other| one.above(other))
    }

    /// The statements below the cut-off, the least agreement first.
    pub fn weak(&self) -> Vec<&StatementResult> {
        self.sorted(false, |one, other| other.above(one))
    }

    fn sorted(&self, strong: bool, before: fn(Share, Share) -> bool) -> Vec<&StatementResult> {
        let has = |result: &&StatementResult| {
            result.agreement.is_some_and(|share| share.reaches_cut_off() == strong)
        };
        in_order(self.statements.iter().filter(has).collect(), |one, other| {
            one.agreement.zip(other.agreement).is_some_and(|(one, other)| before(one, other))
        })
    }
}

impl AreaResult {
    fn of(area: &Area, statements: &[StatementResult]) -> AreaResult {
        let feeds = |id: &str| {
            let staff = area.indicators.iter().filter(|each| each.subject == Subject::Staff);
            staff.filter_map(|each| each.statement.as_deref()).any(|statement| statement == id)
        };
        let mut sum: Option<Share> = None;
        for share in
            statements.iter().filter(|each| feeds(&each.id)).filter_map(|each| each.agreement)
        {
            let (agree, of) = sum.map_or((0, 0), |sum| (sum.agree, sum.of));
            sum = Some(Share {
                agree: agree.saturating_add(share.agree),
                of: of.saturating_add(share.of),
                ..share
            });
        }
        AreaResult { id: area.id.clone(), agreement: sum }
    }
}
