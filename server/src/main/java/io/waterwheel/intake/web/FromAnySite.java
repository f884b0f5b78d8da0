package io.waterwheel.intake.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.CrossOrigin;

/// Pages of any site may call it: the write key decides, and no cookie is looked at.
@CrossOrigin(origins = "*", exposedHeaders = HttpHeaders.RETRY_AFTER, maxAge = 86_400)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface FromAnySite {}
