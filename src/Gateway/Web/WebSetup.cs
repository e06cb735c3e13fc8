namespace TaskList.Gateway.Web;

static class WebSetup
{
    public static void AddWebApp(this IServiceCollection services) => services.AddSingleton<WebApp>();

    /// <summary>Before routing.</summary>
    public static void UseWebAppFiles(this WebApplication app)
    {
        if (app.Services.GetRequiredService<WebApp>().Files is not { } files) return;

        app.UseWhen(context => context.Request.Path.StartsWithSegments("/assets"), branch => branch.Use(((CompressedFiles)files.ContentTypeProvider).Choose));
        app.UseWhen(context => context.Request.Path != "/index.html", branch => branch.UseStaticFiles(files));
    }

    /// <summary>After routing and before authorization: what no endpoint takes needs no sign-in to be told so.</summary>
    public static void UseWebAppPages(this WebApplication app)
    {
        var web = app.Services.GetRequiredService<WebApp>();
        app.Use((context, next) => context.GetEndpoint() switch
        {
            null => web.Answer(context),
            RouteEndpoint => next(context),
            // Routing's own answer to a wrong method or media type.
            var refusal => refusal.RequestDelegate?.Invoke(context) ?? Task.CompletedTask,
        });
    }
}
