# syntax=docker/dockerfile:1

# What the program needs to run: its packages, an empty database that new ones are copied from (making it takes a
# gigabyte of memory, copying it does not), and an empty folder for its data.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --loglevel=error --no-update-notifier
COPY scripts/prepare-store.ts ./scripts/
COPY src ./src
RUN node scripts/prepare-store.ts && mv node_modules/.cache ./cache && mkdir .rethink

FROM node:26-slim
ENV NODE_ENV=production RETHINK_HEALTH_PORT=9090
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=dependencies --chown=node:node /app/cache ./node_modules/.cache
COPY --from=dependencies --chown=node:node /app/.rethink ./.rethink
COPY package.json LICENSE ./
COPY commands ./commands
COPY prompts ./prompts
COPY src ./src
USER node
# The embedded database. With DATABASE_URL set it stays empty.
VOLUME ["/app/.rethink"]
# Slack over HTTP, where it is used; health and metrics.
EXPOSE 3000 9090
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.RETHINK_HEALTH_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli.ts", "start"]
