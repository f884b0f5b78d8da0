package io.waterwheel.loyalty.membercentre.web;

import io.waterwheel.loyalty.membercentre.session.Member;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class MemberCentreConfiguration implements WebMvcConfigurer {

    static {
        // Who asks comes from the cookie; the description knows nothing of it.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Member.class);
    }

    private final MemberParameter members;

    MemberCentreConfiguration(MemberParameter members) {
        this.members = members;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(members);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OwnPagesOnly()).addPathPatterns("/m/*/api/**");
    }
}
