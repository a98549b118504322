//! What other records offer to a team's development plan.
//!
//! The policy names three places that learning needs come from. Two of them are other records: the
//! organisation's plan, which is an audit's actions and areas for development, and the learning plans of
//! members, as far as they have shared them.

use crate::audit::{ACTIONS, Audit};
use crate::framework::Framework;
use crate::moment::Date;
use crate::person::target::{self, Target};
use crate::progression;
use crate::record::{Link, RecordKind};
use crate::records::Record;
use crate::team::need::{Need, needs};

/// Something that can become a learning need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The link to it in its own record, with its words.
    pub link: Link,
    /// Who is responsible for it there; empty when nobody is named.
    pub owner: String,
    /// The day by which it is due there.
    pub due: Option<Date>,
}

impl Offer {
    /// The need in `book` that came from this offer; `None` when it has not been taken up.
    pub fn taken<'a>(&self, book: &'a Record) -> Option<Need<'a>> {
        let from_it = |need: &Need| need.from().iter().any(|link| link.leads_to_same(&self.link));
        needs(book).into_iter().find(from_it)
    }
}

/// What an audit offers: its open actions, then the areas for development of each capability, at the
/// stage that it is working at.
pub fn of_audit(audit: Audit<'_>, framework: &Framework) -> Vec<Offer> {
    let open = audit.actions().filter(|action| action.status.open());
    let actions = open.map(|action| Offer {
        link: audit.record.link_to(&ACTIONS, action.item),
        owner: action.owner.to_owned(),
        due: action.due,
    });
    let mut offers: Vec<Offer> = actions.collect();
    for capability in audit.capabilities(framework) {
        for found in progression::areas_for_development(&audit.assess_capability(capability)) {
            if let Some((_, indicator)) = framework.indicator(found.id) {
                let link = audit.link_to_indicator(&indicator.id, &indicator.text);
                offers.push(Offer { link, owner: String::new(), due: None });
            }
        }
    }
    offers
}

/// What a person offers: the open targets in the copy of their book that they have shared. The links
/// lead to the person's own record, not to the copy. A person's own book offers nothing: what stands in
/// it is private.
pub fn of_person(book: &Record) -> Vec<Offer> {
    let person = book.shared_from();
    if book.kind() != RecordKind::Person || person.is_empty() {
        return Vec::new();
    }
    let open = book.items(&target::LIST).iter().map(Target).filter(|target| target.status().open());
    let offers = open.map(|target| Offer {
        link: Link {
            kind: RecordKind::Person,
            record: person.to_owned(),
            name: book.name().to_owned(),
            list: target::LIST.name.to_owned(),
            item: target.0.id.clone(),
            text: target.text().to_owned(),
        },
        owner: book.name().to_owned(),
        due: target.due(),
    });
    offers.collect()
}
