package io.waterwheel.demo;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the demo brand.
public enum DemoProblem implements ProblemType {
    DEMO_BRAND_TAKEN(
            409,
            "已经有一个不是演示数据的品牌使用代号“{key}”，没有写入任何演示数据；请关闭演示（waterwheel.demo.enabled）。",
            "A brand of your own has the key “{key}”, so nothing was seeded; switch the demo off (waterwheel.demo.enabled)."),
    DEMO_SIMULATOR_UNREACHABLE(
            503,
            "连接不上企业微信模拟器 {url}：{reason}。顾客和订单已写入并保留；启动模拟器后重新启动即可继续。",
            "The WeCom simulator at {url} cannot be reached: {reason}."
                    + " Customers and orders are in and kept; start the simulator and start again to go on."),
    DEMO_SYNC_FAILED(
            502,
            "从模拟器同步企业微信通讯录没有完成：{reason}。已写入的内容全部保留；重新启动即可继续。",
            "The directory could not be synchronised from the simulator: {reason}."
                    + " What was seeded is kept; start again to go on.");

    private final int status;
    private final Text message;

    DemoProblem(int status, String zh, String en) {
        this.status = status;
        this.message = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text message() {
        return message;
    }
}
