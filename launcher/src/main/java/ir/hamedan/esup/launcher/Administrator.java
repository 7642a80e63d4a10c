package ir.hamedan.esup.launcher;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.PeopleLoad;
import java.io.Console;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Makes the first administrator, or gives one that lost the password a new one. */
final class Administrator {
    private Administrator() {}

    /** The three words are user name, full name and national id; what is missing is asked on the console. */
    static void make(Database database, List<String> words, PrintStream out) {
        String username = word(words, 0, "User name: ");
        String fullName = word(words, 1, "Full name: ");
        String nationalId = word(words, 2, "National id: ");
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            String password = new PeopleLoad(connection).administrator(username, fullName, nationalId);
            connection.commit();
            out.println("The administrator " + username + " can log in at /staff/ with the password " + password);
            out.println("It is shown this once, and must be changed at the first login.");
        } catch (SQLException e) {
            throw new Failure("The administrator cannot be made: " + e.getMessage(), e);
        } catch (Problem e) {
            throw new Failure(Messages.in(Locale.ENGLISH).text(e), e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // the product runs on Java 17, where it is null without a terminal
    private static String word(List<String> words, int index, String question) {
        if (index < words.size()) {
            return words.get(index);
        }
        Console console = System.console();
        if (console == null) {
            throw new Failure("There is no console to ask; use: admin USERNAME \"FULL NAME\" NATIONAL_ID");
        }
        return console.readLine(question).strip();
    }
}
