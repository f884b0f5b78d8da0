package io.waterwheel.access.security;

import io.waterwheel.access.account.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes a request that holds the local token for the command line's.
final class LocalTokenFilter extends OncePerRequestFilter {

    private final LocalToken token;

    LocalTokenFilter(LocalToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.heldBy(request)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(new Caller.CommandLine().authentication()));
        }
        chain.doFilter(request, response);
    }
}
