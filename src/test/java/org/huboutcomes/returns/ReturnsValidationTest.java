package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A return that could not be read as it is meant is refused before any file is read by it.
class ReturnsValidationTest {

    @TempDir
    private Path folder;

    private EditedCatalogue catalogue;

    @BeforeEach
    void copy() throws IOException {
        catalogue = EditedCatalogue.in(folder, "returns", "instruments", "platforms", "rules");
    }

    @Test
    void theBuiltInReturnsAreInOrder() {
        assertThatCode(() -> ReturnsValidation.validate(Catalogue.packaged())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            order: 3                | order: three        | jobs/returns/pathway.yaml sets order to "three"; set it to a whole number.
            order: 3                | ordre: 3            | jobs/returns/pathway.yaml sets ordre, which nothing reads; the keys here are blocks, claim, fields, from, heldOverPercent, identity, leftHeadings, likelyTitles, neverBeside, oneOf, order, otherHeadings, platforms, primaryKey, replacement, testAnswers, ticks, title, titles, totals.
            claim: [hub, time_period] | claims: [hub]     | jobs/returns/pathway.yaml sets claims, which nothing reads; the keys here are blocks, claim, fields, from, heldOverPercent, identity, leftHeadings, likelyTitles, neverBeside, oneOf, order, otherHeadings, platforms, primaryKey, replacement, testAnswers, ticks, title, titles, totals.
            `claim: [hub, time_period]%n` | ``            | jobs/returns/pathway.yaml does not set claim.
            `order: 3%n`            | ``                  | jobs/returns/pathway.yaml does not set order.
            primaryKey: [urn, stage] | otherHeadings: keep | jobs/returns/pathway.yaml sets otherHeadings to "keep"; set it to left, or leave it out.
            synonyms: [Current status] | synonym: [Current status] | jobs/returns/pathway.yaml: field status sets synonym, which nothing reads; the keys here are choicesFrom, constraints, inTitles, labels, likely, likelyLabels, name, notNames, orNetwork, personal, scale, several, shareOf, shortTitle, synonyms, title, type, without.
            synonyms: [Current status] | synonyms: Current status  | jobs/returns/pathway.yaml: field status sets synonyms to "Current status"; set it to a list.
            synonyms: [Current status] | synonyms: [On]            | jobs/returns/pathway.yaml: field status has a word in synonyms that YAML reads as true; put the word in quotation marks.
            synonyms: [Current status] | personal: "yes"           | jobs/returns/pathway.yaml: field status sets personal to "yes"; set it to true or false.
            type: text, title: Expected return | type: text        | jobs/returns/pathway.yaml: field expected_return does not set title.
            type: text, title: Expected return | type: words, title: Expected return | jobs/returns/pathway.yaml: field expected_return is of type "words"; the types are academic_year, authority_code, choice, code, date, date_in_year, date_or_month, decimal, hub, id, integer, local_authority, mark, moment, network, postcode, reference, scale, school, school_name, text, urn.
            required: true, enum: [Active | required: always, enum: [Active | jobs/returns/pathway.yaml: field status sets required to "always"; set it to true or false.
            """)
    void aMistypedKeyIsRefused(String words, String instead, String refusal) throws IOException {
        assertRefused("returns/pathway.yaml", words, instead, refusal);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            synonyms: [Current status]       | synonyms: [Current status, TfM stage] | jobs/returns/pathway.yaml: the heading "TfM stage" belongs to the fields stage and status; keep it for one.
            name: status                     | name: stage        | jobs/returns/pathway.yaml has two fields stage; keep one.
            name: expected_return            | name: Expected-return | jobs/returns/pathway.yaml: field Expected-return has a name that cannot be that of a column; use small letters, digits and underscores.
            name: expected_return            | name: claim        | jobs/returns/pathway.yaml: field claim has the name of a column that every stored row has; choose another.
            claim: [hub, time_period]        | claim: [hub]       | jobs/returns/pathway.yaml sets claim to [hub]; it names a required field of type hub and one of type academic_year, in this order, or is [] for a list that is replaced as a whole.
            claim: [hub, time_period]        | claim: [hub, urn]  | jobs/returns/pathway.yaml sets claim to [hub, urn]; it names a required field of type hub and one of type academic_year, in this order, or is [] for a list that is replaced as a whole.
            primaryKey: [urn, stage]         | primaryKey: [urn, postcode] | jobs/returns/pathway.yaml names postcode in primaryKey, which is no stored field of it.
            primaryKey: [urn, stage]         | identity: lead     | jobs/returns/pathway.yaml names lead as its identity, which is no stored field of it.
            order: 3                         | order: 0           | jobs/returns/pathway.yaml has the order 0; the first is 1.
            primaryKey: [urn, stage]         | heldOverPercent: 110 | jobs/returns/pathway.yaml sets heldOverPercent to 110; set it to 0 to 100.
            title: Pathway stages            | title: PD leads    | jobs/returns/pathway.yaml and jobs/returns/pd_lead.yaml have the title "PD leads"; give each its own.
            enum: [Active, Paused, Left]     | enum: [Active, Paused] | jobs/returns/pathway.yaml: field status has labels of "Left", which is not in its enum.
            enum: [Active, Paused, Left]     | enum: [Active, Paused, Left, active] | jobs/returns/pathway.yaml: field status lists "active" twice in enum; keep one.
            Left: [Leaver, Withdrawn,        | Left: [Continuing, | jobs/returns/pathway.yaml: field status has "Continuing" for "Active" and for "Left".
            required: true, enum: [Active, Paused, Left] | required: true | jobs/returns/pathway.yaml: field status is a choice of nothing; list what may be chosen in constraints: {enum: [...]}.
            title: Expected return           | title: Expected return, scale: agreement | jobs/returns/pathway.yaml: field expected_return sets scale, which is for the type scale; its type is text.
            title: Expected return           | title: Expected return, shortTitle: Back | jobs/returns/pathway.yaml: field expected_return sets shortTitle, which is for the type scale; its type is text.
            type: text, title: Expected return | type: scale, scale: agreement, title: Expected return, shortTitle: Back}%n  - {name: trust, type: scale, scale: agreement, title: Trusted, shortTitle: Trusted | jobs/returns/pathway.yaml and jobs/returns/survey_response.yaml both set a shortTitle for trust; keep one, or rename a field.
            title: Expected return           | title: Expected return, constraints: {minimum: 1} | jobs/returns/pathway.yaml: field expected_return sets minimum, which is for the type integer or decimal; its type is text.
            title: Expected return           | title: Expected return, constraints: {enum: [Next year]} | jobs/returns/pathway.yaml: field expected_return sets enum, which is for the type choice; its type is text.
            type: text, title: Expected return | type: scale, title: Expected return | jobs/returns/pathway.yaml: field expected_return is of type scale and does not set scale; name one of jobs/instruments.
            title: Expected return           | title: Expected return, labels: {Soon: [Next year]} | jobs/returns/pathway.yaml: field expected_return sets labels, which is for the type choice or mark; its type is text.
            title: Expected return           | title: Expected return, several: true | jobs/returns/pathway.yaml: field expected_return sets several, which is for the type code; its type is text.
            title: Expected return           | title: Expected return, notNames: [Head] | jobs/returns/pathway.yaml: field expected_return sets notNames, which is for the type reference; its type is text.
            title: Expected return           | title: Expected return, shareOf: stage | jobs/returns/pathway.yaml: field expected_return sets shareOf, which is for the type integer; its type is text.
            type: text, title: Expected return | type: integer, shareOf: groups, title: Expected return | jobs/returns/pathway.yaml: field expected_return is a share of groups, which is no field beside it.
            type: text, title: Expected return | type: mark, title: Expected return | jobs/returns/pathway.yaml: field expected_return marks nothing; list in labels what its rows are, with the values for it.
            title: Expected return           | title: "..."       | jobs/returns/pathway.yaml: field expected_return has a heading without a word.
            title: Expected return           | title: Expected return, inTitles: "[A" | jobs/returns/pathway.yaml: field expected_return has in inTitles "[A", which is no regular expression.
            """)
    void aReturnThatContradictsItselfIsRefused(String words, String instead, String refusal) throws IOException {
        assertRefused("returns/pathway.yaml", words, instead, refusal);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            claim: [hub, time_period]        | claim: []          | jobs/returns/evaluator_evidence.yaml sets claim to []; it names a required field of type hub and one of type academic_year, in this order.
            synonyms: [Themes, Significant themes and implications, Findings] | synonyms: [Context] | jobs/returns/evaluator_evidence.yaml: "Context" is the title of the block evaluation_theme and a heading of the field context.
            name: evaluation_theme           | name: evaluation_meeting | jobs/returns/evaluator_evidence.yaml and jobs/returns/evaluator_evidence.yaml would both be stored in the table evaluation_meeting; rename one.
            synonyms: [Method, Data collected | synonyms: [Who, Data collected | jobs/returns/evaluator_evidence.yaml: block evaluation_meeting: the heading "Who" belongs to the fields participants and methods; keep it for one.
            """)
    void aFormThatContradictsItselfIsRefused(String words, String instead, String refusal) throws IOException {
        assertRefused("returns/evaluator_evidence.yaml", words, instead, refusal);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            rules/cell.yaml            | severity: error%n  found: "{field} is {value}."%n  accepted: "Correct the formula | severity: error%n  tells: x%n  found: "{field} is {value}."%n  accepted: "Correct the formula | jobs/rules/cell.yaml: error_value sets tells, which nothing reads; the keys here are accepted, action, found, severity.
            rules/cell.yaml            | error_value:         | error_values:      | jobs/rules does not say what is told for the rule error_value.
            platforms/qualtrics.yaml   | headingRows: 3       | headingRow: 3      | jobs/platforms/qualtrics.yaml sets headingRow, which nothing reads; the keys here are headingRows, knownBy, left, leftLike, question, questionRow, sameQuestion, title.
            platforms/qualtrics.yaml   | questionRow: 2       | questionRow: 4     | jobs/platforms/qualtrics.yaml has 3 heading rows, and its questions in row 4 of them.
            platforms/qualtrics.yaml   | knownBy: [ResponseId, Response ID] | title: x | jobs/platforms/qualtrics.yaml sets title twice (line 4); keep one.
            platforms/qualtrics.yaml   | knownBy: [ResponseId, Response ID] | knownBy: [] | jobs/platforms/qualtrics.yaml has several heading rows, and does not set knownBy.
            platforms/qualtrics.yaml   | '.* - (.+)'          | '.* - .+'          | jobs/platforms/qualtrics.yaml has the pattern .* - .+ in question; put round brackets about the part that is the question.
            platforms/qualtrics.yaml   | '.* - (.+)'          | '.* - (.+'         | jobs/platforms/qualtrics.yaml has the pattern .* - (.+, which is none: Unclosed group.
            instruments/aim.yaml       | scale: agreement     | scale: agreements  | jobs/instruments/aim.yaml asks for the scale "agreements", which is not in jobs/instruments.
            instruments/aim.yaml       | items:               | item:              | jobs/instruments/aim.yaml sets item, which nothing reads; the keys here are bestIs, endings, items, scale, title.
            instruments/aim.yaml       | aim4:                | aim5:              | jobs/instruments/aim.yaml has wordings of aim5, which is no field of type scale of any return.
            instruments/aim.yaml       | [I welcome ...]      | []                 | jobs/instruments/aim.yaml has no wording of aim4.
            instruments/aim.yaml       | [I welcome ...]      | [I like ...]       | jobs/returns/survey_response.yaml: the heading "I like ..." belongs to the fields aim3 and aim4; keep it for one.
            instruments/agreement.yaml | 5: [Strongly agree   | 6: [Strongly agree | jobs/instruments/agreement.yaml goes on with point 6 after point 4; number the points without a gap.
            instruments/agreement.yaml | Somewhat agree]      | Somewhat agree, Neutral] | jobs/instruments/agreement.yaml gives the label "Neutral" to the points 3 and 4.
            instruments/agreement.yaml | Not sure             | Neutral            | jobs/instruments/agreement.yaml has "Neutral" as a label and as no answer.
            instruments/agreement.yaml | points:              | point:             | jobs/instruments/agreement.yaml sets point, which nothing reads; the keys here are bestIs, endings, items, scale, title.
            instruments/quality_rating.yaml | "Overall rating" | "Overall satisfaction" | jobs/instruments has the wording "Overall satisfaction" of overall on two scales, or from both ends; keep one.
            instruments/hub_survey_reversed.yaml | bestIs: lowest | bestIs: least   | jobs/instruments/hub_survey_reversed.yaml sets bestIs to "least"; set it to lowest or highest, or leave it out.
            """)
    void whatAReturnIsReadByMustBeInOrderToo(String path, String words, String instead, String refusal)
            throws IOException {
        assertRefused(path, words, instead, refusal);
    }

    @Test
    void aReturnWhoseSheetsWouldBeTakenForAnotherIsRefused() throws IOException {
        catalogue.write(
                "returns/workshop.yaml",
                catalogue.read("returns/activity.yaml").replace("title: Activity catalogue", "title: Workshops"));
        assertThat(refusal())
                .isEqualTo("A sheet with the headings of jobs/returns/workshop.yaml would be taken for"
                        + " jobs/returns/activity.yaml; require a heading that the other does not have.");
    }

    @Test
    void aReturnThatAnySheetCouldBeIsRefused() throws IOException {
        catalogue.replace("returns/hub_area.yaml", "title: From, constraints: {required: true}", "title: From");
        assertThat(refusal())
                .isEqualTo(
                        "jobs/returns/hub_area.yaml has fewer than two fields that a sheet must have; a sheet is known"
                                + " by at least two headings. Require another.");
    }

    @Test
    void aHeadingThatIsNotRequiredIsNot() throws IOException {
        catalogue.replace(
                "returns/pathway.yaml", "title: Expected return", "title: Back, constraints: {required: false}");
        assertThat(ReturnsValidation.validate(catalogue.open())
                        .named("pathway")
                        .find("expected_return")
                        .headingRequired())
                .isFalse();
    }

    private void assertRefused(String path, String words, String instead, String refusal) throws IOException {
        catalogue.replace(path, words, instead);
        assertThat(refusal()).isEqualTo(refusal);
    }

    private String refusal() {
        return catalogue.refusal(ReturnsValidation::validate);
    }
}
