/**
 * Rules as data: read from YAML files, checked, compared with what is published, and published as versions. Depends on
 * {@code core}, whose rules they are, on {@code schemas} and Kafka's clients. {@code docs/rules.md} describes the files.
 *
 * <p>From a file to the log: {@link io.upswing.producers.rules.RuleFiles} →
 * {@link io.upswing.producers.rules.WrittenRule} → {@link io.upswing.producers.rules.RulePlan} →
 * {@link io.upswing.producers.rules.RulePublisher}. From the log to the domain:
 * {@link io.upswing.producers.rules.RuleEvents}.
 */
@NullMarked
package io.upswing.producers.rules;

import org.jspecify.annotations.NullMarked;
