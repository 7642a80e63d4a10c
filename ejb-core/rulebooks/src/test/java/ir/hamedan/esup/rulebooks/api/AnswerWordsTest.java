package ir.hamedan.esup.rulebooks.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONE              |     0 | لازم نیست                                     | none required
            PER_UNIT          |   100 | یک جای خودرو برای هر واحد                     | one space for each unit
            PER_UNIT          |    50 | ۰٫۵ جای خودرو برای هر واحد                    | 0.5 spaces for each unit
            PER_UNIT_AND_SHOP |   120 | ۱٫۲ جای خودرو برای هر واحد، به‌علاوهٔ سهم تجاری | 1.2 spaces for each unit, and those of the shops
            PER_AREA          |  5000 | یک جای خودرو برای هر ۵۰ مترمربع زیربنا        | one space for each 50 m² of floor
            PER_ROOMS         |     4 | یک جای خودرو برای هر ۴ اتاق                   | one space for each 4 rooms
            """)
    void parking_is_told_in_a_sentence(Parking.Kind kind, long amount, String persian, String english) {
        Parking parking = new Parking(kind, amount);
        assertEquals(persian, new AnswerWords(Messages.in(Messages.PERSIAN)).parking(parking));
        assertEquals(english, new AnswerWords(Messages.in(Locale.ENGLISH)).parking(parking));
    }
}
