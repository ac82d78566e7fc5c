/** The sample export that comes with Upswing: a third party's data about a fictitious company. Depends on nothing. */
@NullMarked
package io.upswing.producers.sample;

import org.jspecify.annotations.NullMarked;
