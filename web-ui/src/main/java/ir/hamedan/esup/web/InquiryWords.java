package ir.hamedan.esup.web;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.ledger.api.Bill;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What both portals say of an inquiry, in the language of the page: {@code #{say.found(check)}}. */
@Named("say")
@ApplicationScoped
public class InquiryWords {
    /** The tone of a state: good, care, bad or info. */
    public String tone(InquiryState state) {
        return switch (state) {
            case ISSUED -> "good";
            case AWAITING_PAYMENT, NEEDS_DOCUMENT -> "care";
            case REFUSED -> "bad";
            case DRAFT, WITH_OFFICER, WITHDRAWN, EXPIRED, SUPERSEDED -> "info";
        };
    }

    /** The tone of a check's outcome; what is not known is never good. */
    public String toneOf(Check made) {
        return switch (made.outcome()) {
            case CLEAR -> "good";
            case CONCERN -> "bad";
            case NOT_APPLICABLE -> "plain";
            case NO_DATA -> "care";
        };
    }

    /** The checks that stand against a deal; one without data does. */
    public List<Check> against(InquiryView view) {
        return view.checks().stream().filter(made -> !isSettled(made)).toList();
    }

    /** The checks that stand against nothing. */
    public List<Check> settled(InquiryView view) {
        return view.checks().stream().filter(InquiryWords::isSettled).toList();
    }

    private static boolean isSettled(Check made) {
        return switch (made.outcome()) {
            case CLEAR, NOT_APPLICABLE -> true;
            case CONCERN, NO_DATA -> false;
        };
    }

    /** What a check found. */
    public String found(Check made) {
        return made.text(Texts.messages());
    }

    /** What an event says. */
    public String said(InquiryView.Event event) {
        return spoken(event.what());
    }

    /** The rule that made a penalty or reward. */
    public String rule(Bill.Line item) {
        return spoken(item.rule());
    }

    /** Where a check looked. */
    public String source(Check made) {
        Messages messages = Texts.messages();
        String register = "parcels.source." + made.source();
        return messages.text(messages.has(register) ? register : "web.inquiry.source." + made.source());
    }

    /** The events, newest first. */
    public List<InquiryView.Event> newestFirst(InquiryView view) {
        List<InquiryView.Event> events = new ArrayList<>(view.events());
        Collections.reverse(events);
        return events;
    }

    /** The text under a key, or words that stand for themselves. */
    private static String spoken(String words) {
        Messages messages = Texts.messages();
        boolean key = words.matches("[a-z]+[.][A-Za-z0-9._-]+") && messages.has(words);
        return key ? messages.text(words) : words;
    }
}
