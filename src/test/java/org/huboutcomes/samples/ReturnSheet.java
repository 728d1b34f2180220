package org.huboutcomes.samples;

import java.util.Arrays;
import java.util.List;

/// The sheets of a hub's workbook, with the canonical heading of each column and one that people use instead.
enum ReturnSheet {
    ENGAGEMENT(
            "Engagement",
            "hub|Hub|Maths Hub",
            "year|Academic year|AY",
            "urn|URN|School URN",
            "school|School|Name of school",
            "activity|Activity code|Project code",
            "participant|Participant reference|Participant ID",
            "role|Participant role|Role",
            "offered|Sessions offered|No. of sessions",
            "attended|Sessions attended|Attended",
            "status|Status|Participant status"),
    PATHWAY(
            "Pathway",
            "hub|Hub|Maths Hub",
            "year|Academic year|Year",
            "urn|URN|DfE URN",
            "school|School|School name",
            "stage|Stage|TfM stage",
            "status|Status|Current status",
            "reason|Reason|If paused, why?"),
    DELIVERY(
            "Delivery",
            "hub|Hub|Hub code",
            "year|Academic year|AY",
            "activity|Activity code|NCP",
            "title|Activity|Activity title",
            "type|Activity type|Type",
            "groups|Groups|Work groups",
            "offered|Places offered|Places",
            "filled|Places filled|Places taken",
            "due|Core components due|Core components due",
            "delivered|Core components delivered|Core components delivered",
            "adaptations|Adaptations recorded|Adaptations",
            "consistent|Adaptations consistent with core|Of which consistent"),
    PD_LEADS(
            "PD leads",
            "hub|Hub|Hub code",
            "year|Academic year|AY",
            "lead|Lead reference|LLME reference",
            "role|Lead role|Role",
            "title|Title|Title",
            "cohort|Cohort|Training cohort",
            "accreditation|Accreditation|Accreditation status",
            "fte|FTE|FTE",
            "shared|Shared post|Job share",
            "organisation|Lead organisation|Employer"),
    STATED_TOTALS(
            "Stated totals",
            "hub|Hub|Hub code",
            "year|Academic year|AY",
            "quantity|Quantity|Quantity",
            "value|Stated value|Total");

    final String sheet;
    final List<Column> columns;

    ReturnSheet(String sheet, String... columns) {
        this.sheet = sheet;
        this.columns = Arrays.stream(columns).map(Column::of).toList();
    }

    record Column(String key, String canonical, String peoples) {

        private static Column of(String written) {
            String[] parts = written.split("\\|");
            return new Column(parts[0], parts[1], parts[2]);
        }
    }
}
