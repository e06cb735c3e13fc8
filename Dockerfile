# syntax=docker/dockerfile:1
# Three images: docker build --target silo|gateway|standalone -t tasklist/…:0.1.0 .
FROM node:20-bookworm-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN --mount=type=cache,target=/root/.npm npm install --no-save --no-audit --no-fund
COPY web .
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /repo
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src src
# The final image has no shell: the folder of the secrets is made here.
RUN mkdir -p /out/secrets
# One stage for all three, because they share most of their code. An SDK newer than ours may warn of more; that is for the tests to mind, not for an image.
RUN --mount=type=cache,target=/root/.nuget/packages \
    for host in Silo Gateway Standalone; do \
      dotnet publish src/$host/$host.csproj -c Release -o /out/$host -p:UseAppHost=false -p:TreatWarningsAsErrors=false || exit 1; \
    done

# "extra" brings ICU and time zones; there is no shell and no package manager.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS runtime
WORKDIR /app
COPY --from=build --chown=$APP_UID:$APP_UID --chmod=700 /out/secrets /var/lib/tasklist/secrets
ENV Log__Format=json \
    Secrets__Directory=/var/lib/tasklist/secrets
USER $APP_UID

FROM runtime AS silo
COPY --from=build /out/Silo .
ENV ASPNETCORE_URLS=http://+:8081
# 8081 health and metrics, 11111 other silos, 30000 gateways
EXPOSE 8081 11111 30000
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
    CMD ["dotnet", "TaskList.Silo.dll", "probe", "http://127.0.0.1:8081/health/ready"]
ENTRYPOINT ["dotnet", "TaskList.Silo.dll"]

FROM runtime AS gateway
COPY --from=build /out/Gateway .
COPY --from=web /web/dist wwwroot
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
    CMD ["dotnet", "TaskList.Gateway.dll", "probe", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["dotnet", "TaskList.Gateway.dll"]

FROM runtime AS standalone
COPY --from=build /out/Standalone .
COPY --from=web /web/dist wwwroot
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
    CMD ["dotnet", "TaskList.Standalone.dll", "probe", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["dotnet", "TaskList.Standalone.dll"]
