/// Sessions, brands, accounts and the audit trail over HTTP.
@NullMarked
package io.waterwheel.access.web;

import org.jspecify.annotations.NullMarked;
