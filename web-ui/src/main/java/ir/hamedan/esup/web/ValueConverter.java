package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.Iban;
import ir.hamedan.esup.kernel.LegalId;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Mobile;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PostalCode;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;

/**
 * Converters for the kernel's values: a property of such a type needs no more. Digits of all scripts are taken; what
 * cannot be read is said at its field in the value's own words.
 */
public abstract class ValueConverter<T> implements Converter<T> {
    abstract T read(String typed);

    String written(T value) {
        return value.toString();
    }

    @Override
    public T getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return read(typed);
        } catch (Problem problem) {
            String sentence = Messages.in(context.getViewRoot().getLocale()).text(problem);
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null), problem);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, T value) {
        return value == null ? "" : written(value);
    }

    /** A renewal code: {@code 1-5-67-15}. */
    @FacesConverter(forClass = RenewalCode.class)
    public static class OfRenewalCode extends ValueConverter<RenewalCode> {
        @Override
        RenewalCode read(String typed) {
            return RenewalCode.parse(typed);
        }
    }

    /** A person's national id. */
    @FacesConverter(forClass = NationalId.class)
    public static class OfNationalId extends ValueConverter<NationalId> {
        @Override
        NationalId read(String typed) {
            return NationalId.parse(typed);
        }
    }

    /** A legal person's id. */
    @FacesConverter(forClass = LegalId.class)
    public static class OfLegalId extends ValueConverter<LegalId> {
        @Override
        LegalId read(String typed) {
            return LegalId.parse(typed);
        }
    }

    /** A postal code. */
    @FacesConverter(forClass = PostalCode.class)
    public static class OfPostalCode extends ValueConverter<PostalCode> {
        @Override
        PostalCode read(String typed) {
            return PostalCode.parse(typed);
        }
    }

    /** An account number. */
    @FacesConverter(forClass = Iban.class)
    public static class OfIban extends ValueConverter<Iban> {
        @Override
        Iban read(String typed) {
            return Iban.parse(typed);
        }
    }

    /** A mobile number. */
    @FacesConverter(forClass = Mobile.class)
    public static class OfMobile extends ValueConverter<Mobile> {
        @Override
        Mobile read(String typed) {
            return Mobile.parse(typed);
        }
    }

    /** A bill id. The payment id has none: it is read together with its bill. */
    @FacesConverter(forClass = BillId.class)
    public static class OfBillId extends ValueConverter<BillId> {
        @Override
        BillId read(String typed) {
            return BillId.parse(typed);
        }
    }

    /** A share of the whole as a fraction: {@code 3/6}. */
    @FacesConverter(forClass = Share.class)
    public static class OfShare extends ValueConverter<Share> {
        @Override
        Share read(String typed) {
            return Share.parse(typed);
        }
    }

    /** A day of the Persian calendar: {@code 1405/09/03}. */
    @FacesConverter(forClass = PersianDate.class)
    public static class OfPersianDate extends ValueConverter<PersianDate> {
        @Override
        PersianDate read(String typed) {
            return PersianDate.parse(typed);
        }
    }

    /** The same for a property that is a LocalDate. */
    @FacesConverter(forClass = LocalDate.class)
    public static class OfLocalDate extends ValueConverter<LocalDate> {
        @Override
        LocalDate read(String typed) {
            return PersianDate.parse(typed).toLocalDate();
        }

        @Override
        String written(LocalDate value) {
            return PersianDate.of(value).text();
        }
    }

    @FacesConverter(forClass = Rial.class)
    public static class OfRial extends ValueConverter<Rial> {
        @Override
        Rial read(String typed) {
            return Rial.parse(typed);
        }
    }
}
