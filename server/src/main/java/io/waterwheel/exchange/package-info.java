/// Hands what happened to other systems, and takes it from them: Kafka, webhooks, Parquet.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer", "intake"})
package io.waterwheel.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
