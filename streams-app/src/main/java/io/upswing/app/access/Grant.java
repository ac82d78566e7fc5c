package io.upswing.app.access;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One operation on one resource that a role needs. Kafka takes the right to describe from the right to read, write or delete.
 *
 * @param name of the resource, or what its name begins with if {@code pattern} says so
 * @param why what fails without it
 */
public record Grant(
        Role role, ResourceType type, String name, PatternType pattern, AclOperation operation, String why) {
    /**
     * As Kafka keeps it, for connections from anywhere.
     *
     * @param principal such as {@code User:upswing-app}
     */
    public AclBinding to(String principal) {
        return new AclBinding(resource(), new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }

    /** The resources that it is about. */
    public ResourcePattern resource() {
        return new ResourcePattern(type, name, pattern);
    }
}
