package io.waterwheel.exchange.webhook;

import io.waterwheel.exchange.ExchangeProperties;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.http.conn.DnsResolver;
import org.springframework.stereotype.Component;

/// Finds where a webhook may go. Names are looked up here and nowhere else, so that what was judged is what is
/// connected to: a name that means something else a moment later gains nothing.
@Component
class ReachableAddresses implements DnsResolver {

    private final ExchangeProperties properties;

    ReachableAddresses(ExchangeProperties properties) {
        this.properties = properties;
    }

    /// The name stands for an address inside one's own network.
    static final class PrivateAddressException extends UnknownHostException {
        PrivateAddressException(String host) {
            super(host);
        }
    }

    boolean privateAllowed() {
        return properties.privateAddresses();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!privateAllowed() && Arrays.stream(addresses).anyMatch(ReachableAddresses::isPrivate)) {
            throw new PrivateAddressException(host);
        }
        return addresses;
    }

    /// Whether an address is anything else than a public one (IANA special-purpose registries, RFC 6890).
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return switch (address) {
            case Inet4Address v4 -> isPrivate4(v4.getAddress(), 0);
            case Inet6Address v6 -> isPrivate6(v6.getAddress());
            default -> true;
        };
    }

    private static boolean isPrivate4(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int second = bytes[from + 1] & 0xff;
        int third = bytes[from + 2] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && third == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /// Unique local addresses, and those in which an IPv4 address is wrapped: mapped, compatible, 6to4, NAT64.
    private static boolean isPrivate6(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return true;
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return isPrivate4(bytes, 2);
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean leadingZeros = true;
        for (int i = 0; i < 10; i++) {
            leadingZeros &= bytes[i] == 0;
        }
        return (nat64 || leadingZeros) && isPrivate4(bytes, 12);
    }
}
