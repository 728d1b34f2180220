package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.Replacement;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.Scale;
import org.huboutcomes.returns.definition.SurveyQuestion;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.recognition.Recognition;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Validates the returns of a catalogue with their scales and measures, beyond checks of single keys. Each fault
/// is one sentence for the analyst who edits the file.
public final class ReturnsValidation {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> ROW = Set.of("claim", "row_number");
    private static final Set<String> NUMBERS = Set.of("integer", "decimal");

    private final Catalogue catalogue;
    private final ReturnTypes types;

    private ReturnsValidation(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.types = ReturnTypes.of(catalogue);
    }

    /// @return the valid returns
    public static ReturnTypes validate(Catalogue catalogue) {
        ReturnsValidation validation = new ReturnsValidation(catalogue);
        validation.types.scales().values().forEach(ReturnsValidation::validate);
        validation.types.all().forEach(validation::validate);
        validation.refuseSameNames();
        validation.refuseSharedShortTitles();
        validation.refuseUnknownItems();
        validation.refuseUnrecognisable();
        return validation.types;
    }

    private static String file(ReturnType type) {
        return "jobs/returns/" + type.name() + ".yaml";
    }

    private static String file(Scale scale) {
        return "jobs/instruments/" + scale.name() + ".yaml";
    }

    // -- scales

    private static void validate(Scale scale) {
        if (scale.points().size() < 2)
            throw new CatalogueFault(file(scale) + " has fewer than two points, and so is no scale.");
        int expected = scale.lowest();
        Map<String, Integer> known = new HashMap<>();
        for (Map.Entry<Integer, List<String>> point : scale.points().entrySet()) {
            if (point.getKey() != expected++)
                throw new CatalogueFault("%s goes on with point %d after point %d; number the points without a gap."
                        .formatted(file(scale), point.getKey(), expected - 2));
            for (String label : point.getValue()) {
                Integer other = known.put(NormalText.key(label), point.getKey());
                if (other != null)
                    throw new CatalogueFault("%s gives the label \"%s\" to the points %d and %d."
                            .formatted(file(scale), label, other, point.getKey()));
                if (scale.isNoAnswer(label))
                    throw new CatalogueFault(
                            "%s has \"%s\" as a label and as no answer.".formatted(file(scale), label));
            }
        }
    }

    // -- one return

    private void validate(ReturnType type) {
        validateFields(file(type), type.fields());
        for (FormBlock block : type.blocks()) validateBlock(type, block);
        validateClaim(type);
        refuseUnknown(type, "primaryKey", type.primaryKey());
        refuseUnknown(type, "replacement", type.replacement().fields().toList());
        validateReplacement(type);
        if (type.identity() != null && !type.columns().contains(type.identity()))
            throw new CatalogueFault("%s names %s as its identity, which is no stored field of it."
                    .formatted(file(type), type.identity()));
        if (type.order() < 1)
            throw new CatalogueFault(file(type) + " has the order " + type.order() + "; the first is 1.");
        if (type.heldOverPercent() < 0 || type.heldOverPercent() > 100)
            throw new CatalogueFault(
                    file(type) + " sets heldOverPercent to " + type.heldOverPercent() + "; set it to 0 to 100.");
    }

    private static void refuseUnknown(ReturnType type, String key, List<String> fields) {
        for (String field : fields)
            if (!type.columns().contains(field))
                throw new CatalogueFault(
                        "%s names %s in %s, which is no stored field of it.".formatted(file(type), field, key));
    }

    private static void validateReplacement(ReturnType type) {
        Replacement replacement = type.replacement();
        if (replacement.unit() != null && type.isForm())
            throw new CatalogueFault(file(type) + " sets a unit in replacement, which is for tables and no forms.");
        if (replacement.unit() != null && !replacement.counts().containsValue(replacement.unit()))
            throw new CatalogueFault("%s has the unit %s in replacement and no noun for it; add it to counts."
                    .formatted(file(type), replacement.unit()));
        if (replacement.isOfAnswers()
                && (replacement.unit() != null
                        || !replacement.answersBy().get(0).equals(type.identity())
                        || replacement.within() == null))
            throw new CatalogueFault(
                    file(type)
                            + " sets answersBy in replacement; it begins with the identity, and goes with within and without a unit.");
        if (replacement.heldOverPercent() < 0 || replacement.heldOverPercent() > 100 || replacement.heldFrom() < 1)
            throw new CatalogueFault(file(type)
                    + " sets a limit in replacement that cannot be; heldOverPercent is 0 to 100, heldFrom at least 1.");
    }

    /// Every row must have its hub and year, because a later file replaces rows by them.
    private static void validateClaim(ReturnType type) {
        if (type.claim().isEmpty() && !type.isForm()) return;
        List<String> claimed = type.claim().stream()
                .map(type::find)
                .map(field -> field == null || !field.required() ? "" : field.type())
                .toList();
        if (!claimed.equals(List.of("hub", "academic_year")))
            throw new CatalogueFault(file(type) + " sets claim to " + type.claim()
                    + "; it names a required field of type hub and one of type academic_year, in this order"
                    + (type.isForm() ? "." : ", or is [] for a list that is replaced as a whole."));
    }

    private void validateBlock(ReturnType type, FormBlock block) {
        String where = file(type) + ": block " + block.name();
        if (!NAME.matcher(block.name()).matches())
            throw new CatalogueFault(
                    where + " has a name that cannot be that of a table; use small letters, digits and underscores.");
        validateFields(where, block.fields());
        if (block.fields().size() < 2)
            throw new CatalogueFault(where + " has one field; a block is known by at least two headings.");
        Map<String, Field> labels = type.byHeading();
        for (String title : Stream.concat(Stream.of(block.title()), block.synonyms().stream())
                .toList()) {
            Field field = labels.get(NormalText.key(title));
            if (field != null)
                throw new CatalogueFault("%s: \"%s\" is the title of the block %s and a heading of the field %s."
                        .formatted(file(type), title, block.name(), field.name()));
        }
    }

    private void validateFields(String where, List<Field> fields) {
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            String at = where + ": field " + field.name();
            if (!NAME.matcher(field.name()).matches())
                throw new CatalogueFault(
                        at + " has a name that cannot be that of a column; use small letters, digits and underscores.");
            if (ROW.contains(field.name()))
                throw new CatalogueFault(at + " has the name of a column that every stored row has; choose another.");
            if (!names.add(field.name()))
                throw new CatalogueFault(where + " has two fields " + field.name() + "; keep one.");
            validateKind(at, field);
            if (field.shareOf() != null
                    && fields.stream().noneMatch(other -> other.name().equals(field.shareOf())))
                throw new CatalogueFault(at + " is a share of " + field.shareOf() + ", which is no field beside it.");
            if (field.type().equals("scale") && field.scale() == null)
                throw new CatalogueFault(
                        at + " is of type scale and does not set scale; name one of jobs/instruments.");
            if (field.type().equals("scale") && !types.scales().containsKey(String.valueOf(field.scale())))
                throw new CatalogueFault(
                        "%s asks for the scale \"%s\", which is not in jobs/instruments.".formatted(at, field.scale()));
        }
        refuseSharedHeadings(where, fields);
    }

    /// A setting for reading a field must be valid for its type; otherwise it would be ignored.
    private static void validateKind(String at, Field field) {
        boolean choice = field.type().equals("choice");
        if (choice && field.choices().isEmpty())
            throw new CatalogueFault(
                    at + " is a choice of nothing; list what may be chosen in constraints: {enum: [...]}.");
        if (!choice && !field.choices().isEmpty()) throw notFor(at, "enum", "choice", field);
        boolean mark = field.type().equals("mark");
        if (!choice && !mark && !field.labels().isEmpty()) throw notFor(at, "labels", "choice or mark", field);
        if (!choice && !field.likelyLabels().isEmpty()) throw notFor(at, "likelyLabels", "choice", field);
        if (mark && field.labels().isEmpty())
            throw new CatalogueFault(at + " marks nothing; list in labels what its rows are, with the values for it.");
        if (field.several() && !field.type().equals("code")) throw notFor(at, "several", "code", field);
        if (!field.notNames().isEmpty() && !field.type().equals("reference"))
            throw notFor(at, "notNames", "reference", field);
        if (field.orNetwork() && !field.type().equals("hub")) throw notFor(at, "orNetwork", "hub", field);
        if (field.scale() != null && !field.type().equals("scale")) throw notFor(at, "scale", "scale", field);
        if (field.shortTitle() != null && !field.type().equals("scale")) throw notFor(at, "shortTitle", "scale", field);
        if (field.shareOf() != null && !field.type().equals("integer")) throw notFor(at, "shareOf", "integer", field);
        if (!NUMBERS.contains(field.type()) && !mark) {
            if (field.minimum() != null) throw notFor(at, "minimum", "integer or decimal", field);
            if (field.maximum() != null) throw notFor(at, "maximum", "integer or decimal", field);
        }
        BigDecimal least = field.minimum();
        BigDecimal most = field.maximum();
        if (least != null && most != null && least.compareTo(most) > 0)
            throw new CatalogueFault(at + " has a minimum above its maximum.");
        validateChoices(at, field);
        for (String meant : new TreeMap<>(field.likelyLabels()).keySet())
            if (!field.choices().contains(meant))
                throw new CatalogueFault(at + " has likelyLabels of \"" + meant + "\", which is not in its enum.");
    }

    private static CatalogueFault notFor(String at, String key, String type, Field field) {
        return new CatalogueFault(
                "%s sets %s, which is for the type %s; its type is %s.".formatted(at, key, type, field.type()));
    }

    private static void validateChoices(String at, Field field) {
        Map<String, String> meant = new HashMap<>();
        for (String choice : field.choices())
            if (meant.put(NormalText.key(choice), choice) != null)
                throw new CatalogueFault(at + " lists \"" + choice + "\" twice in enum; keep one.");
        for (String choice : new TreeMap<>(field.labels()).keySet()) {
            if (field.type().equals("choice") && !field.choices().contains(choice))
                throw new CatalogueFault(at + " has labels of \"" + choice + "\", which is not in its enum.");
            for (String label : field.labels().getOrDefault(choice, List.of())) {
                String other = meant.put(NormalText.key(label), choice);
                if (other != null && !other.equals(choice))
                    throw new CatalogueFault(
                            "%s has \"%s\" for \"%s\" and for \"%s\".".formatted(at, label, other, choice));
            }
        }
    }

    /// A heading or a question belongs to one field, on one scale.
    private static void refuseSharedHeadings(String where, List<Field> fields) {
        Map<String, Field> known = new HashMap<>();
        for (Field field : fields)
            for (String heading : field.headings().toList()) {
                if (NormalText.key(heading).isEmpty())
                    throw new CatalogueFault(where + ": field " + field.name() + " has a heading without a word.");
                Field other = known.put(NormalText.key(heading), field);
                if (other != null && !other.name().equals(field.name()))
                    throw new CatalogueFault("%s: the heading \"%s\" belongs to the fields %s and %s; keep it for one."
                            .formatted(where, heading, other.name(), field.name()));
            }
        for (Field field : fields) {
            Map<String, SurveyQuestion> asked = new HashMap<>();
            for (SurveyQuestion question : field.questions()) {
                SurveyQuestion other = asked.put(NormalText.key(question.text()), question);
                if (other != null && !other.isReadAs(question))
                    throw new CatalogueFault(
                            "jobs/instruments has the wording \"%s\" of %s on two scales, or from both ends; keep one."
                                    .formatted(question.text(), field.name()));
            }
        }
    }

    // -- all returns together

    private void refuseSameNames() {
        Map<String, ReturnType> titles = new HashMap<>();
        Map<String, ReturnType> tables = new HashMap<>();
        for (ReturnType type : types.all()) {
            ReturnType other = titles.put(NormalText.key(type.title()), type);
            if (other != null)
                throw new CatalogueFault("%s and %s have the title \"%s\"; give each its own."
                        .formatted(file(other), file(type), type.title()));
            for (String table : Stream.concat(
                            Stream.of(type.name()), type.blocks().stream().map(FormBlock::name))
                    .toList()) {
                ReturnType owner = tables.put(table, type);
                if (owner != null)
                    throw new CatalogueFault("%s and %s would both be stored in the table %s; rename one."
                            .formatted(file(owner), file(type), table));
            }
        }
    }

    /// Answers are shown by the name of their field in any return, so names must be unique.
    private void refuseSharedShortTitles() {
        Map<String, ReturnType> owners = new HashMap<>();
        for (ReturnType type : types.all())
            for (Field field : type.fields()) {
                if (field.shortTitle() == null) continue;
                ReturnType other = owners.put(field.name(), type);
                if (other != null)
                    throw new CatalogueFault("%s and %s both set a shortTitle for %s; keep one, or rename a field."
                            .formatted(file(other), file(type), field.name()));
            }
    }

    private void refuseUnknownItems() {
        Set<String> asked = new HashSet<>();
        for (ReturnType type : types.all())
            for (Field field : type.fields()) if (field.type().equals("scale")) asked.add(field.name());
        for (Catalogue.Entry instrument : catalogue.list("instruments", "yaml"))
            for (String item : instrument.yaml().keys("items").map().keySet()) {
                if (!asked.contains(item))
                    throw new CatalogueFault(
                            "jobs/instruments/%s.yaml has wordings of %s, which is no field of type scale of any return."
                                    .formatted(instrument.name(), item));
                if (instrument.yaml().keys("items").list(item).isEmpty())
                    throw new CatalogueFault(
                            "jobs/instruments/%s.yaml has no wording of %s.".formatted(instrument.name(), item));
            }
    }

    /// A sheet with all headings of a return, or only the required ones, must be recognised as that return and no
    /// other.
    private void refuseUnrecognisable() {
        List<ReturnType> tables =
                types.all().stream().filter(type -> !type.isForm()).toList();
        Recognition recognition = new Recognition(tables, types.dialects());
        for (ReturnType type : tables)
            for (boolean onlyRequired : new boolean[] {false, true}) {
                List<Cell> headings = new ArrayList<>();
                for (Field field : type.fields())
                    if (!onlyRequired || field.headingRequired()) headings.add(new Cell.Text(field.title()));
                if (headings.size() < 2)
                    throw new CatalogueFault(file(type)
                            + " has fewer than two fields that a sheet must have; a sheet is known by at least two headings."
                            + " Require another.");
                Optional<RecognisedTable> as = recognition.recognise(List.of(new Row(1, false, headings)));
                if (as.isEmpty() || !as.get().type().name().equals(type.name()))
                    throw new CatalogueFault(
                            "A sheet with the headings of %s would be taken for %s; require a heading that the other does not have."
                                    .formatted(
                                            file(type),
                                            as.map(other -> file(other.type())).orElse("no return")));
            }
    }
}
