package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PersianTextTest {
    @Test
    void digits_of_all_three_scripts_are_the_same() {
        assertEquals("0123456789", PersianText.asciiDigits("۰۱۲۳۴۵۶۷۸۹"));
        assertEquals("0123456789", PersianText.asciiDigits("٠١٢٣٤٥٦٧٨٩"));
        assertEquals("۰۱۲۳۴۵۶۷۸۹", PersianText.digits("0123456789"));
    }

    @Test
    void amounts_are_written_with_persian_digits_and_separators() {
        assertEquals("۱٬۲۳۴٬۵۶۷", PersianText.number(1_234_567));
        assertEquals("۰", PersianText.number(0));
        assertEquals("−۱٬۰۰۰", PersianText.number(-1_000));
        assertEquals("۱۲٬۵۰۰٬۰۰۰ ریال", PersianText.amount(Rial.of(12_500_000)));
    }

    @Test
    void arabic_yeh_and_kaf_become_persian_for_display() {
        assertEquals("کریمی", PersianText.clean("كريمي"));
        assertEquals("علی", PersianText.clean("علـــى"));
        assertEquals("خانه", PersianText.clean("خانة"));
        assertEquals("خانه", PersianText.clean("خانۀ"));
        assertEquals("احمد", PersianText.clean("أحمَد"));
        assertEquals("آرمان", PersianText.clean("آرمان"));
        assertEquals("دو واژه", PersianText.clean("  دو \t\u00a0 واژه\u200f "));
        assertEquals("می‌شود", PersianText.clean("مي‌شود"));
    }

    @Test
    void a_letter_written_in_two_code_points_is_the_same_letter() {
        assertEquals("آرمان", PersianText.clean("ا\u0653رمان"));
    }

    @Test
    void the_search_key_forgets_what_people_write_differently() {
        String key = PersianText.fold("می‌شود");
        assertEquals(key, PersianText.fold("ميشود"));
        assertEquals(key, PersianText.fold("می شود"));
        assertEquals(PersianText.fold("آرمان ۱۲"), PersianText.fold("ارمان ١2"));
        assertEquals(PersianText.fold("Block A"), PersianText.fold("block a"));
    }

    @Test
    void identifiers_lose_spaces_hyphens_and_marks() {
        assertEquals("0918", PersianText.digitsOnlyForm("\u200f۰۹-۱٨ \u200c"));
    }

    @Test
    void a_value_keeps_what_would_change_it() {
        assertEquals("-1/6", PersianText.value(" \u200f-۱/٦\u200c "));
        assertEquals("1 1/96", PersianText.value("۱  ۱/۹۶"));
    }

    @Test
    void names_sort_in_the_order_of_the_persian_alphabet() {
        List<String> right = List.of(
                "آذر", "ابراهیم", "پروین", "تقی", "چمران", "ژاله", "کاظم", "گلناز", "نادر", "وحید", "هاجر", "یاسر");
        List<String> sorted = new ArrayList<>(right);
        Collections.reverse(sorted);
        sorted.sort(Collator.getInstance(new ULocale("fa")));
        assertEquals(right, sorted);
    }

    @Property
    void cleaning_and_folding_twice_changes_nothing_more(@ForAll("texts") String text) {
        assertEquals(PersianText.clean(text), PersianText.clean(PersianText.clean(text)));
        assertEquals(PersianText.fold(text), PersianText.fold(PersianText.fold(text)));
        assertEquals(PersianText.fold(text), PersianText.fold(PersianText.clean(text)));
    }

    @Property
    void digits_there_and_back_are_identity(@ForAll("texts") String text) {
        assertEquals(PersianText.asciiDigits(text), PersianText.asciiDigits(PersianText.digits(text)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("آاأإٱبپتچژيیىكکگهةۀمو ئؤ")
                .withChars('\u200c', '\u200f', '\u0640', '\u064e', '\u0653', '\u0654', '\u00a0', ' ')
                .withCharRange('\u06f0', '\u06f9')
                .withCharRange('\u0660', '\u0669')
                .withCharRange('0', '9')
                .withCharRange('A', 'z')
                .ofMaxLength(40);
    }

    @Test
    void what_cannot_be_seen_does_not_stay_in_a_name() {
        assertEquals("نیما نوری", PersianText.clean("نیما\u0000 \u202Eنوری\u0007\uD800"));
    }

    @Test
    void a_decimal_number_has_a_point_whatever_mark_was_typed() {
        for (String typed : List.of("۴٫۵", "٤/٥", " 4.5 ")) {
            assertEquals("4.5", PersianText.decimal(typed));
        }
        assertEquals("4,5", PersianText.decimal("۴,۵"), "a comma could be either");
    }
}
