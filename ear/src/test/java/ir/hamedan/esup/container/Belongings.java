package ir.hamedan.esup.container;

import ir.hamedan.esup.container.Townspeople.Person;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Users;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What belongs to an office, and every way the methods of the modules have to reach for it. */
record Belongings(Inquiries inquiries, Users users, UserTransaction transaction, LocalDate today) {
    private static final Set<String> NOT_THERE = Set.of(
            "inquiries.unknown", "inquiries.unknown-draft", "people.unknown-user", "people.role-not-yours-to-give");
    private static final Page.Request ALL = new Page.Request(0, Page.LARGEST);

    /**
     * Of one office.
     *
     * @param user a deputy of it
     */
    record Things(String organisation, String inquiry, String draft, String user) {}

    /** Reaches for something; true when it was reached. */
    private interface Reach {
        boolean tries(Things things);
    }

    /** The methods that reach the things, called by this person; nothing of what is done here stays. */
    Set<String> reached(Person person, Things things) throws Exception {
        Set<String> reached = new TreeSet<>();
        for (var reach : reaches().entrySet()) {
            transaction.begin();
            try {
                if (person.does(() -> reach.getValue().tries(things))) {
                    reached.add(reach.getKey());
                }
            } catch (Problem e) {
                if (!NOT_THERE.contains(e.code())) {
                    reached.add(reach.getKey());
                }
            } finally {
                transaction.rollback();
            }
        }
        return reached;
    }

    Set<String> methods() {
        return reaches().keySet();
    }

    private SortedMap<String, Reach> reaches() {
        SortedMap<String, Reach> reaches = new TreeMap<>();
        inquiriesAndDrafts(reaches);
        accounts(reaches);
        return reaches;
    }

    private void inquiriesAndDrafts(SortedMap<String, Reach> reaches) {
        reaches.put("Inquiries.addDocument", of -> is(inquiries.addDocument(of.inquiry, "a.pdf", new byte[9])));
        reaches.put("Inquiries.document", of -> is(inquiries.document(of.inquiry, 1)));
        reaches.put("Inquiries.freshBill", of -> is(inquiries.freshBill(of.inquiry)));
        reaches.put("Inquiries.get", of -> is(inquiries.get(of.inquiry)));
        reaches.put("Inquiries.pdf", of -> is(inquiries.pdf(of.inquiry)));
        reaches.put("Inquiries.withdraw", of -> is(inquiries.withdraw(of.inquiry)));
        reaches.put(
                "Inquiries.reportDeed", of -> is(inquiries.reportDeed(of.inquiry, DeedOutcome.ABANDONED, "", today)));
        reaches.put("Inquiries.file", of -> is(inquiries.file("belongings", follows(of.inquiry))));
        reaches.put("Inquiries.faults", of -> inquiries.faults(follows(of.inquiry)).stream()
                .noneMatch(it -> NOT_THERE.contains(it.code())));
        reaches.put("Inquiries.search", of -> inquiries.search(everything(of.inquiry), ALL).rows().stream()
                .anyMatch(row -> row.id().equals(of.inquiry)));
        reaches.put("Inquiries.draft", of -> is(inquiries.draft(of.draft)));
        reaches.put("Inquiries.drafts", of -> inquiries.drafts().stream()
                .anyMatch(it -> it.id().equals(of.draft)));
        reaches.put("Inquiries.saveDraft", of -> is(inquiries.saveDraft(Optional.of(of.draft), "{}")));
        reaches.put("Inquiries.discardDraft", of -> {
            inquiries.draft(of.draft);
            inquiries.discardDraft(of.draft);
            return inquiries.drafts().stream().noneMatch(it -> it.id().equals(of.draft));
        });
    }

    private void accounts(SortedMap<String, Reach> reaches) {
        reaches.put("Users.find", of -> users.find(of.user).isPresent());
        reaches.put("Users.search", of -> users.search(of.user, ALL).total() > 0);
        reaches.put("Users.changeRoles", of -> is(users.changeRoles(of.user, Set.of(Roles.DEED_CLERK), version(of))));
        reaches.put("Users.setActive", of -> is(users.setActive(of.user, false, version(of))));
        reaches.put("Users.resetPassword", of -> is(users.resetPassword(of.user)));
        reaches.put(
                "Users.create",
                of -> is(users.create(new Users.NewUser(
                        "belongings", "کاربر تازه", "7405000029", of.organisation, Set.of(Roles.DEPUTY)))));
    }

    private long version(Things of) {
        return users.find(of.user).map(user -> user.version()).orElse(1L);
    }

    private InquiryRequest follows(String inquiry) {
        return Parcels.BELONGING.sale(Parcels.SARA, today, Optional.of(inquiry));
    }

    private static Inquiries.Query everything(String text) {
        return new Inquiries.Query(text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static boolean is(Object reached) {
        return reached != null;
    }
}
