package io.waterwheel.intake.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class CollectorConfiguration implements WebMvcConfigurer {

    private final CollectorRoom room;

    CollectorConfiguration(CollectorRoom room) {
        this.room = room;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(room).addPathPatterns("/v1/**");
    }
}
