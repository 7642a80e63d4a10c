package ir.hamedan.esup.house.planted.people.internal;

import ir.hamedan.esup.house.planted.inquiries.api.Filed;

/** Planted: people may not know inquiries. */
final class CallsUp {
    Filed filed;
}
