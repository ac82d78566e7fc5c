package io.upswing.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's authorizer, which also remembers what it was asked, as far as something depended on it. */
public final class AuditingAuthorizer extends StandardAuthorizer {
    /** By which Kafka asks for a right on any resource at all. */
    private static final String ANY_NAME = "hardcode";

    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();

    /** A question, and its answer. */
    record Asked(String principal, ResourceType type, String name, AclOperation operation, boolean allowed) {}

    /** All questions so far. */
    static Set<Asked> asked() {
        return Set.copyOf(ASKED);
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            boolean allowed = results.get(i) == AuthorizationResult.ALLOWED;
            // Others ask what one could do, and which topics one can see.
            boolean inEarnest = allowed ? action.logIfAllowed() : action.logIfDenied();
            if (!inEarnest || action.resourcePattern().name().equals(ANY_NAME)) {
                continue;
            }
            ASKED.add(new Asked(
                    context.principal().toString(),
                    action.resourcePattern().resourceType(),
                    action.resourcePattern().name(),
                    action.operation(),
                    allowed));
        }
        return results;
    }
}
