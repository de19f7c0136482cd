# One image for the API, the worker and the commands run by hand; which of them is said by the command.
FROM node:24.21.0-bookworm-slim AS built
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Node and PostgreSQL are here or elsewhere: nothing has to be fetched by install scripts.
RUN npm ci --omit=dev --ignore-scripts
COPY activities ./activities
COPY api ./api
COPY contract ./contract
COPY county ./county
COPY db ./db
COPY delivery ./delivery
COPY engine ./engine
COPY security ./security
COPY worker ./worker
COPY workflows ./workflows
ENV YIMEN_WORKFLOW_BUNDLE=/app/workflow-bundle.js
RUN node worker/prepare.ts

FROM node:24.21.0-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY contract ./contract
COPY engine ./engine
COPY web ./web
RUN node web/main.ts

FROM node:24.21.0-bookworm-slim
WORKDIR /app
COPY --from=built /app ./
COPY --from=pages /app/dist/web ./dist/web
ENV NODE_ENV=production \
    YIMEN_PROFILE=production \
    YIMEN_WORKFLOW_BUNDLE=/app/workflow-bundle.js \
    YIMEN_HOST=0.0.0.0 \
    YIMEN_PORT=8200
USER node
EXPOSE 8200
CMD ["node", "api/main.ts"]
