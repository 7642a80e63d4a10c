package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.util.Optional;

/**
 * A parcel, building, unit or trade unit of the register.
 *
 * @param registryPlate main/sub, such as 2345/17, empty when unknown
 * @param landArea square metres of the deed, in hundredths
 * @param floorArea gross square metres of the buildings on it, in hundredths
 */
public record LandObject(
        RenewalCode code,
        int region,
        String registryPlate,
        String registrySection,
        Optional<String> postalCode,
        String address,
        LandUse use,
        DeedKind deed,
        long landArea,
        long floorArea,
        boolean garden) {}
