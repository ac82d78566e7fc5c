package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who a deal's facts count for, and how its money is split. */
final class Credit {
    /** The rep under whom deals without an owner count. */
    static final String UNASSIGNED = "unassigned";

    private Credit() {}

    /**
     * The credited reps in the CRM's order, with their shares; never empty. The CRM's own split stands as it is. Else the
     * owner has all: of an open deal the present one, of a closed deal, where the policy keeps it, the one who owned it
     * when it was closed.
     */
    static List<Share> of(Deal deal, CreditPolicy policy) {
        if (!deal.credits().value().isEmpty()) {
            return joined(deal.credits().value());
        }
        boolean keeps = policy == CreditPolicy.KEEP
                && deal.status().map(Status::isClosed).orElse(false);
        return List.of(whole(keeps ? deal.ownerAtSpellStart() : deal.owner()));
    }

    /** All for the owner. */
    static Share whole(Optional<String> owner) {
        return new Share(owner.orElse(UNASSIGNED), 10_000);
    }

    private static List<Share> joined(List<Share> shares) {
        Map<String, Integer> byRep = new LinkedHashMap<>();
        shares.forEach(share -> byRep.merge(share.rep(), share.basisPoints(), Integer::sum));
        return byRep.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Splits an amount by shares: each rep gets the whole part of the quota, and what is left goes, one minor unit each,
     * to the largest remainders, ties by rep id. The parts add up to the amount. Shares count in proportion to their sum.
     */
    static Map<String, Long> split(long amount, List<Share> shares) {
        long total = shares.stream().mapToLong(Share::basisPoints).sum();
        record Part(String rep, long whole, long remainder) {}
        List<Part> parts = new ArrayList<>();
        long left = Math.abs(amount);
        for (Share share : shares) {
            long product = Math.multiplyExact(Math.abs(amount), (long) share.basisPoints());
            parts.add(new Part(share.rep(), product / total, product % total));
            left -= product / total;
        }
        parts.sort(Comparator.comparingLong(Part::remainder).reversed().thenComparing(Part::rep));
        Map<String, Long> split = new LinkedHashMap<>();
        for (Part part : parts) {
            long extra = left-- > 0 ? 1 : 0;
            split.put(part.rep(), Long.signum(amount) * (part.whole() + extra));
        }
        return split;
    }
}
