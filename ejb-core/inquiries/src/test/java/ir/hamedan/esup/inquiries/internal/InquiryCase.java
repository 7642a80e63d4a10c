package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Actor;

/** A house of its own for each test, and what the tests of inquiries ask of it. */
abstract class InquiryCase {
    final House house = new House();

    InquiryView file(String key, InquiryRequest request) {
        return file(NOTARY, key, request);
    }

    InquiryView file(Actor actor, String key, InquiryRequest request) {
        return house.as(actor, () -> house.inquiries.file(key, request));
    }

    InquiryView get(String id) {
        return house.as(NOTARY, () -> house.inquiries.get(id));
    }

    Problem refused(Actor actor, String key, InquiryRequest request) {
        return assertThrows(Problem.class, () -> file(actor, key, request));
    }

    static Check check(InquiryView view, CheckCode code) {
        return view.checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
