package io.waterwheel.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test in the one running server that all such tests share: real HTTP on a random port, real PostgreSQL, real
/// DuckDB. Tests do not clean up; each makes a brand of its own (see [TestBrands]) and looks only at that.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDataDirectory.class)
@Import({TestClock.class, QuickPasswords.class, TestBrands.class, Browsers.class})
public @interface ServerTest {}
