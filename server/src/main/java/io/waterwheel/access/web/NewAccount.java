package io.waterwheel.access.web;

import io.waterwheel.access.account.Role;

record NewAccount(String username, String displayName, Role role) {}
