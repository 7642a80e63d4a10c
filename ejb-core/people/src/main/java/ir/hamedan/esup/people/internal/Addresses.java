package ir.hamedan.esup.people.internal;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a request comes from. {@code X-Forwarded-For} can be written by anybody, so it is read from its end and only as
 * far as the proxies named in the settings vouch for it.
 */
final class Addresses {
    /** A network such as {@code 10.0.0.0/8}, or one address. */
    private record Network(BigInteger prefix, int hidden, int length) {
        static Network of(String text) {
            String[] parts = text.strip().split("/");
            byte[] bytes = bytes(parts[0]);
            if (bytes.length == 0) {
                throw new IllegalStateException("esup.trusted-proxies: not an address: " + text);
            }
            int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : bytes.length * 8;
            int hidden = bytes.length * 8 - bits;
            return new Network(new BigInteger(1, bytes).shiftRight(hidden), hidden, bytes.length);
        }

        boolean holds(byte[] address) {
            return address.length == length
                    && new BigInteger(1, address).shiftRight(hidden).equals(prefix);
        }
    }

    private final List<Network> trusted = new ArrayList<>();

    /** @param proxies addresses and networks, separated by commas; empty when there is no proxy */
    Addresses(String proxies) {
        for (String proxy : proxies.split(",")) {
            if (!proxy.isBlank()) {
                trusted.add(Network.of(proxy));
            }
        }
    }

    /** The first address from the end of the chain that is not one of our proxies. */
    String of(String peer, String forwardedFor) {
        if (forwardedFor == null || !isTrusted(peer)) {
            return peer;
        }
        String[] hops = forwardedFor.split(",");
        String nearest = peer;
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (bytes(hop).length == 0) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return hop;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        byte[] bytes = bytes(address);
        return trusted.stream().anyMatch(network -> network.holds(bytes));
    }

    /** The bytes of a literal address, none for anything else: a name is never looked up. */
    private static byte[] bytes(String address) {
        boolean literal =
                address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
        try {
            return literal ? InetAddress.getByName(address).getAddress() : new byte[0];
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
