package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyExample.Difference;
import ir.hamedan.esup.levies.api.LevyExample.Item;
import ir.hamedan.esup.levies.api.LevyExample.Tried;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.workbooks.Fault;

/** What the examples of a levy book come to, and what is wrong with its workbook, in words. */
public final class ExampleWords {
    private final Messages messages;

    ExampleWords(Messages messages) {
        this.messages = messages;
    }

    /** A fault of the workbook as a sentence. */
    public String say(Fault fault) {
        return Said.text(messages, fault.code(), fault.arguments());
    }

    /** What an example comes to. */
    public String total(Tried tried) {
        return tried.estimate().total().isPresent()
                ? messages.text(
                        "staff.levybook.comes-to",
                        Rial.of(tried.estimate().total().getAsLong()),
                        Rial.of(tried.estimate().payable().getAsLong()))
                : messages.text("staff.levybook.comes-to-nothing");
    }

    /** What differs. */
    public String part(Difference difference) {
        return difference
                .sum()
                .map(sum -> messages.label("levies", sum))
                .orElseGet(() -> PersianText.isolated(difference.line()));
    }

    /** An amount, or why there is none. */
    public String item(Item item) {
        return item.amount()
                .map(rials -> messages.text("staff.levybook.amount", Rial.of(rials)))
                .or(() -> item.reason().map(Reason::name).map(PersianText::isolated))
                .orElse("—");
    }
}
