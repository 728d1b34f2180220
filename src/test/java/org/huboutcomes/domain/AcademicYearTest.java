package org.huboutcomes.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcademicYearTest {

    private static final AcademicYear YEAR = new AcademicYear(2022);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022/23",
                "2022-23",
                "2022/2023",
                "2022-2023",
                "22/23",
                "22-23",
                "AY22/23",
                "AY 2022/23",
                "ay2022-23",
                "202223",
                "AY202223",
                "2022\u201323",
                "2022 \u2013 23",
                "2022\u201423",
                " 2022/23 "
            })
    void readsEverySpelling(String written) {
        assertThat(AcademicYear.parse(written)).contains(YEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022/24",
                "23/22",
                "2022",
                "22",
                "2022/2022",
                "2022/21",
                "202224",
                "2022/3",
                "22/123",
                "",
                "next year",
                "1985/86",
                "99/00",
                "2022/23/24",
                "20222023"
            })
    void refusesWhatIsNotAnAcademicYear(String written) {
        assertThat(AcademicYear.parse(written)).isEmpty();
    }

    @Test
    void theYear1999To2000IsRead() {
        assertThat(AcademicYear.parse("1999/00")).contains(new AcademicYear(1999));
        assertThat(new AcademicYear(1999).timePeriod()).isEqualTo(199900);
        assertThat(AcademicYear.ofPeriod(199900).label()).isEqualTo("1999/00");
    }

    @Test
    void hasAFormatForDataForPrintAndForFolders() {
        assertThat(YEAR.timePeriod()).isEqualTo(202223);
        assertThat(YEAR.label()).isEqualTo("2022/23");
        assertThat(YEAR.folder()).isEqualTo("2022-23");
        assertThat(AcademicYear.ofPeriod(202223)).isEqualTo(YEAR);
    }

    @Test
    void aPeriodWhoseHalvesAreNotConsecutiveIsRefused() {
        assertThatThrownBy(() -> AcademicYear.ofPeriod(202224)).hasMessage("202224 is not an academic year");
    }

    @Test
    void itsReferenceDateIsTheFirstOfJanuary() {
        assertThat(YEAR.referenceDate()).isEqualTo(LocalDate.of(2023, 1, 1));
    }
}
