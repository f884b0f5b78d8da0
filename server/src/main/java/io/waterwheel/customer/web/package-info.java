/// The customer list and the customer's page.
@NullMarked
package io.waterwheel.customer.web;

import org.jspecify.annotations.NullMarked;
